import { existsSync } from 'node:fs';
import type { MigrationSteps } from '@tenure/engine/migrate-log';
import { type Progress, progressBar } from '../output/progress.js';
import { factsOf, grouped } from '../output/table.js';
import type { Session } from '../session.js';
import { Refused } from '../wrong-usage.js';

/** Takes the log of the data folder to EventStoreDB. Answers the exit code. */
export async function toDistributed(session: Session): Promise<number> {
  const { settings } = await session.settings({ profile: 'distributed' });
  const { dataFolder } = await import('@tenure/engine/data-folder');
  const { events: file, logSecret } = dataFolder(settings.data);
  if (!existsSync(file)) throw new Refused(`There is no log at ${file}. Name the folder that holds it with --data.`);
  const { migrateLog } = await import('@tenure/engine/migrate-log');
  let progress: Progress | null = null;
  const steps: MigrationSteps = {
    async begins(events) {
      progress = await progressBar(events ?? 0);
    },
    copied: (events) => progress?.update(events, `${grouped(events)} events`),
    compares() {
      progress?.stop();
      session.output.hint('Comparing both logs, stream by stream ...');
    },
  };
  const result = await migrateLog(settings, steps, session.signal).finally(() => progress?.stop());
  session.output.answer(result, ({ identical, streams, events, customerKeys, digest }) =>
    factsOf([
      ['identical', identical ? 'yes, stream by stream' : 'NO'],
      ['streams', streams],
      ['events', events],
      ['keys of customers', customerKeys],
      ['digest', digest],
    ]),
  );
  if (!result.identical) session.output.note(`The stream "${result.differs}" differs. Do not use the new log; migrate into an empty namespace.`);
  else if (existsSync(logSecret) && settings.logSecret === null) {
    session.output.note(
      `The log's secret belongs to the new log too: start every role with TENURE_LOG_SECRET_FILE=${logSecret}, and back the file up with the log.`,
    );
  }
  return result.identical ? 0 : 1;
}
