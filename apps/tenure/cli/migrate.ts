import { existsSync } from 'node:fs';
import type { MigrationSteps } from '../engine/migrate-log.js';
import { type Progress, progressBar } from './output/progress.js';
import { factsOf, grouped } from './output/table.js';
import type { Session } from './session.js';
import { type Verb, wordOption } from './verb.js';
import { Refused, WrongUsage } from './wrong-usage.js';

interface Options {
  readonly to: string;
}

export const migrate: Verb<Options> = {
  name: 'migrate',
  summary: 'take the log of this data folder to EventStoreDB, and its vault to MongoDB, and prove the copy',
  examples: [
    'EVENTSTOREDB_URL=esdb://... KAFKA_BROKERS=... MONGODB_URL=... tenure migrate --to distributed',
    'tenure migrate --to distributed --data ./shop --json',
  ],
  notes: [
    'The engine must be stopped. The data folder stays as it is; run the command again after an interruption, and it goes on.',
    'Every event keeps its id, its revision and both its times; digests of every stream are compared at the end (exit 1 when one differs). Read models are built anew by the projectors.',
  ],
  options: [wordOption('--to <profile>', 'where to', ['distributed']).makeOptionMandatory()],
  async run(session: Session, _args, { to }) {
    if (session.url !== undefined) throw new WrongUsage('--url is for talking to an engine; migrate reads the data folder itself. Use --data.');
    const { settings } = await session.settings({ profile: to });
    const { dataFolder } = await import('../engine/data-folder.js');
    const { events: file, logSecret } = dataFolder(settings.data);
    if (!existsSync(file)) throw new Refused(`There is no log at ${file}. Name the folder that holds it with --data.`);
    const { migrateLog } = await import('../engine/migrate-log.js');
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
    session.output.answer(result, ({ identical, streams, events, digest }) =>
      factsOf([
        ['identical', identical ? 'yes, stream by stream' : 'NO'],
        ['streams', streams],
        ['events', events],
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
  },
};
