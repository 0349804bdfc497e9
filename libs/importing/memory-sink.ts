import { CommandProcessor, type CommandRow, type RowOutcome } from '@tenure/commanding';
import type { NewFact } from '@tenure/customer';
import { type AppendRequest, type AppendResult, customerOf, type NewEvent, type RecordedEvent } from '@tenure/event-log';
import { givenSecret, type LogSecret } from '@tenure/log-secret';
import type { CommandSink } from './command-sink.js';

/** For tests: real decisions, nothing durable. Keeps every accepted fact. */
export class MemorySink implements CommandSink {
  readonly facts: (NewFact & { readonly customerId: string; readonly metadata: NewEvent['metadata'] })[] = [];
  readonly batches: number[] = [];
  readonly #streams = new Map<string, RecordedEvent[]>();
  protected readonly processor: CommandProcessor;

  constructor(readonly secret: LogSecret = givenSecret('the secret of a log that is kept in memory')) {
    this.processor = new CommandProcessor(
      {
        append: async (request) => this.#append(request),
        readStream: async (stream, { from = 0, limit = 1_000 } = {}) => (this.#streams.get(stream) ?? []).slice(from, from + limit),
      },
      secret,
      { now: () => Date.UTC(2026, 11, 1) },
    );
  }

  knows(customerId: string): Promise<boolean> {
    return this.processor.knows(customerId);
  }

  async executeRows(rows: readonly CommandRow[]): Promise<RowOutcome[]> {
    this.batches.push(rows.length);
    return this.processor.executeRows(rows);
  }

  #append({ stream, expected, events }: AppendRequest): AppendResult {
    const recorded = this.#streams.get(stream) ?? [];
    const actual = recorded.length === 0 ? 'no-stream' : recorded.length - 1;
    if (expected !== actual) return { outcome: 'conflict', actual };
    const positions = events.map((event) => {
      this.facts.push({ ...event, customerId: customerOf(stream) as string } as NewFact & { customerId: string; metadata: NewEvent['metadata'] });
      const position = String(this.facts.length).padStart(12, '0');
      recorded.push({ ...event, personal: event.personal, stream, revision: recorded.length, position, recordedAt: 0 });
      return position;
    });
    this.#streams.set(stream, recorded);
    return { outcome: 'appended', revision: recorded.length - 1, position: positions.at(-1)!, positions, recordedAt: 0 };
  }
}
