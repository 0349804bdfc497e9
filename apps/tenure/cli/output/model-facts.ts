import type { Schemas } from '@tenure/client';

type PurchaseModel = NonNullable<Schemas['CustomerChurnLikelihoodAnswer']['model']>;

/** Which model of purchases a figure comes from, why that one, and its caveats. */
export function modelFacts(model: PurchaseModel | undefined): [name: string, value: string][] {
  if (model === undefined) return [];
  const { name, position, chosen, boundary, nobodyLeaves } = model;
  const notes = [nobodyLeaves, boundary].filter((note) => note !== null);
  return [['model', `${name}, fitted at position ${position}`], ['chosen', chosen.why], ...notes.map((note): [string, string] => ['note', note])];
}
