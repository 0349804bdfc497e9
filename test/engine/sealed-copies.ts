import type { Client, Event } from './client.js';

/** All values in an event's data, whatever their fields. */
function saidIn(data: unknown): unknown[] {
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(saidIn) : [data];
}

/** The parts of an event that a sealed copy keeps: all but its position, its checksum (of the sealed form), its version, and which fields are personal. */
export const keptIfSealed = ({ id, type, subject, revision, time, recordedtime, commandid, actor, data }: Event) => [
  ...[id, type.replace(/\.v\d+$/, ''), subject, revision, time, recordedtime, commandid, actor],
  [...new Set(saidIn(data))].toSorted(),
];

/** The answers to a reader who may see personal data: they are the same whichever version was recorded. */
export async function answersOf(client: Client): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const readModel of ['customer-file', 'complaints']) answers.push((await client.ask(`/v1/export/${readModel}?format=ndjson`)).text);
  for (const customerId of ['A-1', 'C-0003']) {
    const { asOf: _, ...page } = await client.current<{ asOf: object }>(`/v1/customers/${customerId}`);
    answers.push(JSON.stringify(page));
  }
  return answers;
}

/** Fields that version 0.1.0 had among the facts, and that are personal now. */
const words = ['subject', 'resolution', 'reason', 'result', 'place'];

/**
 * Texts of customers' events in clear: in personal parts, or in those fields among the facts.
 * Left out are short ones and texts of other facts, which occur anywhere.
 */
export function textsInClear(facts: readonly object[], personal: readonly object[]): string[] {
  const others = JSON.stringify(facts.map((fact) => Object.entries(fact).filter(([name]) => !words.includes(name))));
  const said = facts.flatMap((fact) => words.flatMap((name) => (fact as Record<string, unknown>)[name] ?? []));
  const texts = [...personal.flatMap((part) => Object.values(part) as unknown[]), ...said];
  return texts.filter((text): text is string => typeof text === 'string' && text.length > 7 && !others.includes(text));
}
