import { existsSync } from 'node:fs';
import type { MigrationSteps } from '@tenure/engine/migrate-log';
import { Option } from 'commander';
import { type Progress, progressBar } from './output/progress.js';
import { factsOf, grouped } from './output/table.js';
import type { Session } from './session.js';
import { type Verb, wordOption } from './verb.js';
import { Refused, WrongUsage } from './wrong-usage.js';

interface Options {
  readonly to?: string;
  readonly seal?: boolean;
  readonly into?: string;
}

export const migrate: Verb<Options> = {
  name: 'migrate',
  summary: 'take the log of this data folder to EventStoreDB, or to another folder with its personal data sealed',
  examples: [
    'EVENTSTOREDB_URL=esdb://... KAFKA_BROKERS=... MONGODB_URL=... tenure migrate --to distributed',
    'tenure migrate --to distributed --data ./shop --json',
    'tenure migrate --seal --into ./sealed --data ./shop',
  ],
  notes: [
    'A log of before has personal data in clear. --seal copies it once: the same events, ids and times, all of that sealed, as a log with an id of its own. What is recorded from here on is sealed anyhow.',
    'The engine must be stopped. The data folder stays as it is; run the command again after an interruption, and it goes on.',
    'Every event keeps its id, its revision and both its times; digests of every stream are compared at the end (exit 1 when one differs). Read models are built anew by the projectors.',
  ],
  options: [
    wordOption('--to <profile>', 'where to', ['distributed']),
    new Option('--seal', 'copy the log to another folder, with all personal data in it sealed'),
    new Option('--into <folder>', 'with --seal: a folder that is not there yet'),
  ],
  async run(session: Session, _args, { to, seal = false, into }) {
    if (session.url !== undefined) throw new WrongUsage('--url is for talking to an engine; migrate reads the data folder itself. Use --data.');
    if (seal !== (into !== undefined) || seal === (to !== undefined)) {
      throw new WrongUsage('Say --to distributed, or --seal --into FOLDER: a log is sealed first, and moved then.');
    }
    if (into !== undefined) return sealInto(session, into);
    const { settings } = await session.settings({ profile: to });
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
  },
};

/** The old folder is left to a person: only they know what else has its data. */
async function sealInto(session: Session, into: string): Promise<number> {
  const { settings } = await session.settings();
  const { dataFolder } = await import('@tenure/engine/data-folder');
  const { sealLog } = await import('@tenure/engine/seal-log');
  const progress = await progressBar(0);
  const steps = {
    sealed: (events: number) => progress.update(events, `${grouped(events)} events`),
    verifies() {
      progress.stop();
      session.output.hint('Verifying the new log, event by event ...');
    },
  };
  const from = dataFolder(settings.data);
  const result = await sealLog(from, dataFolder(into), settings.logSecret, steps).finally(() => progress.stop());
  session.output.answer(result, ({ data, logId, events, sealed, verified }) =>
    factsOf([
      ['data', data],
      ['log', logId],
      ['events', events],
      ['sealed', sealed],
      ['verified', verified],
    ]),
  );
  session.output.note(
    `Start the engine with --data ${into}; read models are built anew. ${from.path} and every backup of it still hold personal data in clear: ` +
      'once the new log serves, make a backup of it, then delete them, and drop topics and read models that were made of the old log.',
  );
  return 0;
}
