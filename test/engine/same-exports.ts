import type { EngineProcess } from './engine-process.js';

/** Where in its log a model was fitted, and when, is all that may differ. */
const withoutPlaces = (text: string) => text.replaceAll(/"(model|purchaseModel|spendModel)(Position|Version)":"[^"]*"/g, '"$1$2":""');

/** What engines score with is then made of the same facts, whatever they have fitted by themselves meanwhile. */
export async function fitAlike(engines: readonly EngineProcess[]): Promise<void> {
  for (const { client } of engines) for (const model of ['mbg-nbd', 'gamma-gamma']) await client.post(`/v1/models/${model}/fits`, {});
}

/** That two engines which were told the same export the same bytes. */
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

/** The first line that is not the same, in both; a text of megabytes is not to be shown as a whole. */
function firstDifference(one: string, other: string): readonly (string | undefined)[] | null {
  if (one === other) return null;
  const [lines, others] = [one.split('\n'), other.split('\n')];
  const at = lines.findIndex((line, i) => line !== others[i]);
  return at < 0 ? [undefined, others[lines.length]] : [lines[at], others[at]];
}
