import { type Edge, startEdge } from '../testing/edge.js';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.close());

it('the description is the same twice, and served as it is built', async () => {
  const built = JSON.stringify(await edge.application.openApi());
  expect(JSON.stringify(await edge.application.openApi())).toBe(built);
  const served = await fetch(`${edge.url}/openapi.json`);
  expect(JSON.stringify(await served.json())).toBe(built);
});

it('each command is a path of its own, with its body', async () => {
  const { paths, components } = (await edge.application.openApi()) as never as {
    paths: Record<string, { post: never }>;
    components: { schemas: Record<string, object> };
  };
  expect(paths['/v1/commands/{name}']).toBeUndefined();
  expect(paths['/v1/commands/RecordPurchase']?.post).toMatchObject({
    operationId: 'RecordPurchase',
    requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/RecordPurchase' } } } },
    'x-roles': ['integrator'],
  });
  expect(components.schemas.RecordPurchase).toMatchObject({ required: expect.arrayContaining(['amount', 'customerId']), additionalProperties: false });
});

it('parameters of queries come from their shapes; every reference leads somewhere; every operation has a name of its own', async () => {
  const document = (await edge.application.openApi()) as {
    openapi: string;
    paths: Record<string, Record<string, { operationId: string; parameters?: { name: string }[] }>>;
  };
  expect(document.openapi).toBe('3.1.0');
  const named = document.paths['/v1/retention']?.get?.parameters?.map((parameter) => parameter.name);
  expect(named).toEqual(['granularity', 'limit', 'minPosition', 'timeout', 'onTimeout', 'asAt', 'format', 'raw', 'bom']);
  for (const [reference] of JSON.stringify(document).matchAll(/(?<="\$ref":")#[^"]+/g)) {
    const found = reference
      .slice(2)
      .split('/')
      .reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], document);
    expect([reference, found !== undefined]).toEqual([reference, true]);
  }
  const names = Object.values(document.paths).flatMap((item) => Object.values(item).map((operation) => operation.operationId));
  expect(new Set(names).size).toBe(names.length);
});

it('names the kinds of file that can be imported, which the command line offers', async () => {
  const { paths } = (await edge.application.openApi()) as { paths: Record<string, { post: { parameters: { name: string; schema: object }[] } }> };
  const kind = paths['/v1/imports/{kind}']!.post.parameters.find(({ name }) => name === 'kind');
  expect(kind!.schema).toEqual({ type: 'string', enum: ['purchases', 'customers'] });
});

it('the pages load nothing from elsewhere, and may not', async () => {
  for (const path of ['/docs', '/docs/problems']) {
    const page = await fetch(edge.url + path);
    const html = await page.text();
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).not.toMatch(/https?:|\/\/[a-z]/i);
  }
  const html = await (await fetch(`${edge.url}/docs`)).text();
  for (const [, part] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
    const file = await fetch(edge.url + part);
    expect([part, file.status, Number((await file.arrayBuffer()).byteLength) > 50]).toEqual([part, 200, true]);
  }
  expect(await (await fetch(`${edge.url}/docs/start.js`)).text()).toContain('validatorUrl: null');
  for (const file of ['package.json', '..%2fpackage.json', '__proto__']) expect((await fetch(`${edge.url}/docs/${file}`)).status).toBe(404);
});

it('every type of problem has a place on the page', async () => {
  const html = await (await fetch(`${edge.url}/docs/problems`)).text();
  const { type } = await (await edge.ask('/nowhere')).json();
  expect(html).toContain(`id="${type.split('#')[1]}"`);
});
