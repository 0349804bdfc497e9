import { integer, listOf, number, oneOf, orNull, record, type Schema, text } from '@tenure/shape/schema';
import { vaultStates } from '@tenure/vault';

export const liveSchema = record({ status: oneOf(['live']) });

const loopLagMs: Schema = { ...number, description: 'How long requests lately had to wait for the event loop, at most, in milliseconds.' };

export const readySchema = record({ status: oneOf(['ready']), loopLagMs });

const position = orNull(text);

/** A read model that is being built, and its progress, where the answering process knows it. */
const building = record({ events: integer, customers: integer, seconds: number, done: { type: 'boolean' } }, ['events', 'customers', 'seconds', 'done']);

const projection = record({
  projection: text,
  version: integer,
  position,
  parked: { ...integer, description: 'Customers whose event could not be folded: see /v1/operations/parked.' },
  building: orNull(building),
  lagEvents: { ...orNull(integer), description: 'How far behind the log; null where the log cannot count.' },
  lagMs: integer,
});

const restore = record({ position: text, restoredAt: { ...text, format: 'date-time' }, upTo: orNull(text), backupMadeAt: orNull(text) });

/** A server of EventStoreDB. */
const node = record({ address: text, state: text, alive: { type: 'boolean' } });

const log = record(
  {
    id: { ...text, description: 'Of this log: its read models know it.' },
    restores: { ...listOf(restore), description: 'From backups, the latest first.' },
    leader: orNull(text),
    nodes: listOf(node),
    events: orNull(integer),
    position,
    recordedAt: { ...orNull(text), format: 'date-time' },
    sqlite: text,
    journalMode: text,
    synchronous: text,
  },
  ['id', 'restores', 'leader', 'nodes', 'sqlite', 'journalMode', 'synchronous'],
);

const damaged = record({ stream: text, revision: integer, type: text, position: text });

const scrub = record({
  passes: integer,
  events: { ...integer, description: 'Verified in this pass.' },
  position,
  lastCompletedAt: orNull(text),
  damaged: listOf(damaged),
  failure: orNull(text),
});

const thread = record({
  name: text,
  state: oneOf(['idle', 'running', 'restarting']),
  restarts: integer,
  lastEnd: orNull(text),
  failedStarts: integer,
});

/** The keys that personal data is sealed with. */
const vault = record({
  place: text,
  state: oneOf(vaultStates),
  failure: { ...orNull(text), description: 'Why sealed data cannot be opened, and what to do; null when it can.' },
});

/** `Health.status`, in both profiles. */
export const statusSchema = record(
  {
    version: text,
    profile: oneOf(['embedded', 'distributed']),
    data: text,
    log,
    vault: { ...vault, description: 'not-begun: nothing personal has been recorded yet.' },
    relay: record({ publication: orNull(text), position, holder: orNull(text) }),
    projections: listOf(projection),
    rebuilding: { type: 'boolean' },
    setAside: {
      ...orNull(record({ reason: text, keptAs: text, at: { ...text, format: 'date-time' } })),
      description: 'Read models that did not belong to the log when the engine started, and where they are kept; null when they did.',
    },
    scrub: { ...orNull(scrub), description: 'The log is verified in the background; null in a process that does not, or when it is switched off.' },
    fileCheck: { ...orNull(record({ checkedAt: text, log: listOf(text) })), description: "What SQLite's quick check has found; null until it has." },
    threads: listOf(thread),
    loopLagMs,
    failure: { ...orNull(text), description: 'Why nothing can be recorded or taken in, or found out; null when all is well.' },
    warning: orNull(text),
  },
  ['vault', 'relay', 'setAside', 'scrub', 'fileCheck', 'threads'],
);
