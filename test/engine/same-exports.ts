import type { EngineProcess } from './engine-process.js';

/** Only the position and the version of a model's fit may differ between logs. */
const withoutPlaces = (text: string) => text.replaceAll(/"(model|purchaseModel|spendModel)(Position|Version)":"[^"]*"/g, '"$1$2":""');

/** Fits the models that score from the same facts, whatever the engines have fitted automatically meanwhile. */
export async function fitAlike(engines: readonly EngineProcess[]): Promise<void> {
  for (const { client } of engines) for (const model of ['mbg-nbd', 'gamma-gamma']) await client.post(`/v1/models/${model}/fits`, {});
}

/** Expects that two engines with the same commands export the same bytes. */
export async function expectSameExport(engines: readonly [EngineProcess, EngineProcess], readModel: string): Promise<void> {
  const exports = engines.map(async ({ client }) => {
    const answer = await client.ask(`/v1/export/${readModel}?format=ndjson&minPosition=${await client.head()}&timeout=60000`);
    return { status: answer.status, text: withoutPlaces(answer.text) };
  });
  const [one, other] = await Promise.all(exports);
  expect([one!.status, other!.status]).toEqual([200, 200]);
  expect(one!.text.length).toBeGreaterThan(0);
  expect(firstDifference(one!.text, other!.text)).toBeNull();
}

/** The first line that differs, in both texts; texts of megabytes must not be printed whole. */
function firstDifference(one: string, other: string): readonly (string | undefined)[] | null {
  if (one === other) return null;
  const [lines, others] = [one.split('\n'), other.split('\n')];
  const at = lines.findIndex((line, i) => line !== others[i]);
  return at < 0 ? [undefined, others[lines.length]] : [lines[at], others[at]];
}
