import { Option } from 'commander';
import { sealIntoFolder } from './migrate/seal-into-folder.js';
import { sealIntoNamespace } from './migrate/seal-into-namespace.js';
import { toDistributed } from './migrate/to-distributed.js';
import { type Verb, wordOption } from './verb.js';
import { WrongUsage } from './wrong-usage.js';

interface Options {
  readonly to?: string;
  readonly seal?: boolean;
  readonly into?: string;
}

export const migrate: Verb<Options> = {
  name: 'migrate',
  summary: 'take the log of this data folder to EventStoreDB, or a log to another place with its personal data sealed',
  examples: [
    'EVENTSTOREDB_URL=esdb://... KAFKA_BROKERS=... MONGODB_URL=... tenure migrate --to distributed',
    'tenure migrate --to distributed --data ./shop --json',
    'tenure migrate --seal --into ./sealed --data ./shop',
    'TENURE_PROFILE=distributed EVENTSTOREDB_URL=esdb://... KAFKA_BROKERS=... MONGODB_URL=... tenure migrate --seal --into sealed',
  ],
  notes: [
    'A log of before has personal data in clear. --seal copies it once: the same events, ids and times, all of that sealed, as a log with an id of its own. What is recorded from here on is sealed anyhow.',
    'The engine must be stopped, on servers every role of the namespace. What is copied stays as it is; run the command again after an interruption, and it goes on.',
    'With TENURE_PROFILE=distributed --seal takes the log, its secret and its vault from the namespace of TENURE_NAMESPACE to another one on the same servers, and compares every stream, opened with the keys (exit 1 when one differs, or when something was recorded that is not copied).',
    'With --to every event keeps its id, its revision and both its times; digests of every stream are compared at the end (exit 1 when one differs). Read models are built anew by the projectors.',
  ],
  options: [
    wordOption('--to <profile>', 'where to', ['distributed']),
    new Option('--seal', 'copy the log to another place, with all personal data in it sealed'),
    new Option('--into <place>', 'with --seal: a folder that is not there yet; on servers a namespace that is not used yet'),
  ],
  async run(session, _args, { to, seal = false, into }) {
    if (session.url !== undefined) throw new WrongUsage('--url is for talking to an engine; migrate reads the log itself. Use --data, or TENURE_NAMESPACE.');
    if (seal !== (into !== undefined) || seal === (to !== undefined)) {
      throw new WrongUsage('Say --to distributed, or --seal --into FOLDER (on servers: NAMESPACE): a log is sealed first, and moved then.');
    }
    if (into === undefined) return toDistributed(session);
    const { settings, origins } = await session.settings();
    if (settings.profile === 'embedded') return sealIntoFolder(session, settings, into);
    if (origins.data.source === 'flag') {
      throw new WrongUsage(
        '--data names a folder, and the profile is distributed: leave it out for the log of TENURE_NAMESPACE, or set TENURE_PROFILE=embedded.',
      );
    }
    return sealIntoNamespace(session, settings, into);
  },
};
