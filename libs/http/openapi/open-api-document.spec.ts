import { OpenApiDocument } from './open-api-document.js';

it('is built once, and again after a building that failed', async () => {
  const document = new OpenApiDocument();
  let builds = 0;
  document.buildWith(async () => {
    builds += 1;
    if (builds === 1) throw new Error('not now');
    return { openapi: '3.1.0' };
  });
  await expect(document.text()).rejects.toThrow('not now');
  expect(await document.text()).toBe('{\n  "openapi": "3.1.0"\n}\n');
  await document.text();
  expect(builds).toBe(2);
});
