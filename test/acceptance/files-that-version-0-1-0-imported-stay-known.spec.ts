import type { EngineOnDataOfThen } from '../engine/data-of-version-0.1.0.js';
import { importedThen, importsOfThen, startOnDataOfThen } from '../engine/data-of-version-0.1.0.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

interface Result {
  readonly read: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly rejected: number;
}

let then: EngineOnDataOfThen;
beforeAll(async () => {
  then = await startOnDataOfThen(temporaryFolder());
}, 180_000);
afterAll(async () => {
  await then.end();
  removeTemporaryFolders();
});

const importAgain = async (kind: string, file: string, options: Readonly<Record<string, string>>) => {
  const { text } = await then.engine.client.ask(`/v1/imports/${kind}?${new URLSearchParams({ ...options, fileName: file })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: importedThen(file),
  });
  return JSON.parse(text.trim().split('\n').at(-1)!) as Result;
};

it.each(importsOfThen.filter(({ kind }) => kind !== 'customers'))('$kind of $file: nothing is recorded twice', async ({ kind, file, options }) => {
  const before = (await then.engine.client.events()).length;
  const result = await importAgain(kind, file, options);
  expect(result).toMatchObject({ accepted: 0 });
  expect(result.duplicate).toBeGreaterThan(0);
  expect((await then.engine.client.events()).length).toBe(before);
});

it('customers: the latest statement holds, and stating it again changes nothing', async () => {
  const [, later] = importsOfThen.filter(({ kind }) => kind === 'customers');
  const { kind, file, options } = later!;
  const before = (await then.engine.client.events()).length;
  expect(await importAgain(kind, file, options)).toMatchObject({ accepted: 0, rejected: 0 });
  expect((await then.engine.client.events()).length).toBe(before);
});
