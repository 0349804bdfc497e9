import type { EventLogReader } from '@tenure/event-log';
import { contentOf } from './content-of.js';
import { TargetHasOther } from './copy-log.js';

/**
 * Checked before anything is copied, customers' keys included. A new log that is not empty has to begin with an event of the moment at which
 * the source begins, as an interrupted copy of it does. Events of one moment are copied concurrently, so any of them may be the first.
 * @throws TargetHasOther, LogUnavailable
 */
export async function refuseOtherLog(source: Pick<EventLogReader, 'readAll' | 'readStream'>, target: Pick<EventLogReader, 'readAll'>): Promise<void> {
  const [begun] = await target.readAll({ after: null, limit: 1 });
  if (begun === undefined) return;
  const { stream, revision } = begun;
  const [[first], [same]] = await Promise.all([source.readAll({ after: null, limit: 1 }), source.readStream(stream, { from: revision, limit: 1 })]);
  const isOurs = same !== undefined && contentOf(same) === contentOf(begun) && same.recordedAt === first!.recordedAt;
  if (!isOurs) throw new TargetHasOther(stream);
}
