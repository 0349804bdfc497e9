import type { Client, Event } from './client.js';

/** Everything that an event says, wherever it stands in it. */
function saidIn(data: unknown): unknown[] {
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(saidIn) : [data];
}

/** What stays of an event in a sealed copy: all but its position, the checksum, which covers the sealed form, the version, and which of the fields are personal. */
export const keptIfSealed = ({ id, type, subject, revision, time, recordedtime, commandid, actor, data }: Event) => [
  ...[id, type.replace(/\.v\d+$/, ''), subject, revision, time, recordedtime, commandid, actor],
  [...new Set(saidIn(data))].toSorted(),
];

/** What those are told who may see personal data: it is the same whatever version was recorded. */
export async function answersOf(client: Client): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const readModel of ['customer-file', 'complaints']) answers.push((await client.ask(`/v1/export/${readModel}?format=ndjson`)).text);
  for (const customerId of ['A-1', 'C-0003']) {
    const { asOf: _, ...page } = await client.current<{ asOf: object }>(`/v1/customers/${customerId}`);
    answers.push(JSON.stringify(page));
  }
  return answers;
}

/** What version 0.1.0 had among the facts, and is personal now. */
const words = ['subject', 'resolution', 'reason', 'result', 'place'];

/** Texts of customers' events that are in clear: in personal parts, or where words stand among facts. Short ones stand anywhere, and so do those of other facts. */
export function textsInClear(facts: readonly object[], personal: readonly object[]): string[] {
  const others = JSON.stringify(facts.map((fact) => Object.entries(fact).filter(([name]) => !words.includes(name))));
  const said = facts.flatMap((fact) => words.flatMap((name) => (fact as Record<string, unknown>)[name] ?? []));
  const texts = [...personal.flatMap((part) => Object.values(part) as unknown[]), ...said];
  return texts.filter((text): text is string => typeof text === 'string' && text.length > 7 && !others.includes(text));
}
