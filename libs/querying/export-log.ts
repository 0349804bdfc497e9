import { CUSTOMER_STREAMS, customerOf, type EventLogReader } from '@tenure/event-log';
import { Slices } from '@tenure/threads';
import type { ExportHead } from './export-definition.js';
import type { AsOf, Moment } from './freshness.js';
import type { LogExport } from './log-export.js';
import { checkpointAt } from './moment.js';
import type { QuerySettings } from './query-runner.js';
import type { Row } from './row.js';

/** First yields the head, then every row up to the end of the log when the export began, or up to a moment. */
export async function* exportLog(
  { columns, begin }: LogExport,
  log: EventLogReader,
  { timezone, now }: QuerySettings,
  params: object,
  moment: Moment | null,
  signal: AbortSignal,
): AsyncGenerator<ExportHead<AsOf> | Row> {
  const end = moment === null ? await log.head() : await checkpointAt(log, moment);
  const rowsOf = begin({ timezone, now: moment === null ? now() : (end?.recordedAt ?? 0) }, params);
  yield { asOf: { position: end?.position ?? null, recordedAt: end?.recordedAt ?? null, lagMs: 0 }, columns };
  if (end === null) return;
  const slices = new Slices(signal);
  for await (const events of log.readStreams({ prefixes: [CUSTOMER_STREAMS], upTo: end.position })) {
    await slices.next();
    yield* rowsOf(customerOf(events[0]!.stream)!, events);
  }
}
