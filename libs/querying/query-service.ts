import type { EventLogReader } from '@tenure/event-log';
import type { Query, ReadModel, Row } from '@tenure/projecting';
import type { Thread } from '@tenure/threads';
import { type AsOf, type Freshness, NotCaughtUp } from './freshness.js';
import type { Answer, QueryRunner } from './query-runner.js';
import { Unavailable } from './unavailable.js';

/** The projector works in steps of milliseconds; waiting for it looks this often. */
const LOOK_AGAIN_MS = 5;

/**
 * Answers queries as fresh as the caller asks for. Look-ups are answered here; what may read every document, or the
 * past, is answered by the query thread, so that a scan never delays a command.
 */
export class QueryService {
  constructor(
    private readonly runner: QueryRunner,
    private readonly thread: Thread,
    private readonly pastThread: () => Promise<Thread>,
    private readonly log: Pick<EventLogReader, 'head'>,
  ) {}

  async run(query: Query, params: Record<string, string>, freshness: Freshness): Promise<Answer> {
    if (freshness.asAt) return (await this.pastThread()).call<Answer>('past', { path: query.path, params, moment: freshness.asAt });
    await this.#reach(query, freshness);
    return query.cost === 'lookup' ? this.runner.run(query, params) : this.thread.call<Answer>('query', { path: query.path, params });
  }

  async export(readModel: ReadModel, freshness: Freshness): Promise<{ asOf: AsOf; rows: AsyncIterable<Row> }> {
    if (!freshness.asAt) await this.#reach(readModel.queries[0]!, freshness);
    const thread = freshness.asAt ? await this.pastThread() : this.thread;
    const rows = thread.rows<AsOf | Row>('export', { readModel: readModel.projection.name, moment: freshness.asAt });
    const first = await rows.next();
    return { asOf: first.value as AsOf, rows: rows as AsyncGenerator<Row> };
  }

  async #reach(query: Query, { minPosition, timeoutMs, onTimeout }: Freshness): Promise<void> {
    if (minPosition === null) return;
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const reached = await this.runner.freshness(query);
      if (reached.position !== null && reached.position >= minPosition) return;
      const head = await this.log.head();
      if (head === null || minPosition > head.position) {
        throw new Unavailable(
          'position-ahead',
          `Nothing has been recorded at ${minPosition} yet. Use a position that a command or a read of this engine has answered.`,
        );
      }
      if (performance.now() >= deadline) {
        if (onTimeout === 'stale') return;
        throw new NotCaughtUp(reached, minPosition);
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }
}
