import { setTimeout as delay } from 'node:timers/promises';
import { streamOf } from '@tenure/event-log';
import { PARKED_EVENT_DISCARDED, PARKED_RETRY_REQUESTED, projectionStream } from '@tenure/projecting';
import type { Parked } from '@tenure/read-store';
import type { Company } from '../company.js';
import { isPoison } from '../poison.js';
import { openStore, reachLog } from './reach-servers.js';
import { relayState } from './relay.js';

/** Decisions that are in the log: nobody decides them twice. */
export type Decided = Set<string>;

const LONGEST_PAUSE_MS = 400;

/**
 * An operator of parked customers, who discards what can never be folded and retries the rest once the bug is fixed,
 * and has the log published again when the topic was lost.
 */
export async function runOperator(company: Company, decided: Decided): Promise<void> {
  const { world, projections } = company;
  const store = await openStore(company);
  for (;;) {
    await delay(world.random.next() * LONGEST_PAUSE_MS);
    try {
      await mendTopic(company);
      const snapshot = await store.snapshot();
      for (const { name } of projections) {
        const view = await snapshot.view(name);
        for (const parked of view ? await snapshot.parked(view) : []) await decide(company, decided, name, parked);
      }
    } catch (error) {
      world.note(`operator: tries again after ${(error as Error).message}`);
    }
  }
}

async function mendTopic(company: Company): Promise<void> {
  const { topic } = company;
  const { losses } = topic;
  if (topic.lossesMended === losses) return;
  await relayState(company).startOver();
  topic.lossesMended = losses;
}

async function decide(company: Company, decided: Decided, projection: string, { key: customerId, revision }: Parked): Promise<void> {
  const event = company.log.stream(streamOf(customerId))[revision]!;
  const forEver = isPoison(event, 'for-ever');
  const name = `${projection}/${customerId}/${revision}`;
  if (decided.has(name) || (!forEver && !company.bug.mended)) return;
  if (forEver) await record(company, projection, PARKED_EVENT_DISCARDED, { customerId, revision, reason: 'it cannot be folded' });
  else await record(company, projection, PARKED_RETRY_REQUESTED, { customerId });
  decided.add(name);
}

/** After an unknown outcome it tries again: a second decision does no harm. */
async function record(company: Company, projection: string, type: string, data: object): Promise<void> {
  const log = reachLog(company);
  const stream = projectionStream(projection);
  const expected = (await log.readStream(stream)).at(-1)?.revision ?? 'no-stream';
  const metadata = { commandId: `operator/${expected}`, index: 0, payloadHash: '', actor: 'operator' };
  const { outcome } = await log.append({ stream, expected, events: [{ type, version: 1, occurredAt: Date.now(), data, metadata }] });
  if (outcome === 'conflict') throw new Error('Something else was decided at the same moment.');
}
