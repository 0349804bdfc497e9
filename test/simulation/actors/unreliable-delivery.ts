import type { FeedBatch, FeedHandler } from '@tenure/event-feed';
import { readRecord } from '@tenure/event-feed/kafka';
import type { RecordedEvent } from '@tenure/event-log';
import type { SeededRandom } from '../../engine/seeded-random.js';
import type { Company } from '../company.js';
import { SimulatedProcess } from '../kernel/simulated-process.js';

/**
 * Delivers batches as no feed should: old records again, records twice, in another order, or not at all. It drops only records that a later record
 * of the same customer in the same batch reveals: nobody could know of any other loss.
 */
export function unreliable(handler: FeedHandler, company: Company): FeedHandler {
  const { world } = company;
  const process = SimulatedProcess.current()!;
  return {
    assigned: (partition, signal) => handler.assigned(partition, signal),
    revoked: (partition) => handler.revoked(partition),
    async batch(partition, batch, signal) {
      try {
        await handler.batch(partition, mangledBatch(company, partition, batch), signal);
      } catch (error) {
        world.note(`${process.name}: the batch of ${partition} from ${batch.firstOffset} fails: ${(error as Error).message}`);
        throw error;
      }
    },
  };
}

function mangledBatch({ world, topic, options }: Company, partition: number, batch: FeedBatch): FeedBatch {
  const { random, faults } = world;
  if (!faults.on || !random.chance(options.mangled)) return batch;
  const old = topic.read(partition, random.below(batch.firstOffset + 1), random.below(4)).flatMap((record) => {
    const read = readRecord(record);
    return read.outcome === 'event' ? [{ event: read.event, publication: record.headers?.['ce_publication']?.toString() ?? null }] : [];
  });
  const all = mangled([...old, ...batch.events.map((event, i) => ({ event, publication: batch.publications[i]! }))], random);
  return { ...batch, events: all.map(({ event }) => event), publications: all.map(({ publication }) => publication) };
}

interface Delivered {
  readonly event: RecordedEvent;
  readonly publication: string | null;
}

function mangled(events: readonly Delivered[], random: SeededRandom): Delivered[] {
  const kept = events.filter(({ event, publication }, i) => {
    const isPointedAt = () => events.slice(i + 1).some((later) => later.publication === publication && isLater(later.event, event));
    return !(random.chance(0.3) && isPointedAt());
  });
  const twice = kept.flatMap((event) => (random.chance(0.2) ? [event, event] : [event]));
  return random.chance(0.5) ? random.shuffled(twice) : twice;
}

function isLater(later: RecordedEvent, event: RecordedEvent): boolean {
  return later.stream === event.stream && later.revision > event.revision;
}
