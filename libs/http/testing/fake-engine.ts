import { type AccessEntry, type AccessRecord, accessKeyKind, type KeyEntry, logReaders, type Principal, type Role, roles, SignInCodes } from '@tenure/access';
import type { Command, Outcome } from '@tenure/commanding';
import { eventId, InvalidPosition, type LogHead, LogUnavailable, type RecordedEvent } from '@tenure/event-log';
import type { ShownBacktest, ShownFit } from '@tenure/fitting';
import type { ImportLine } from '@tenure/importing';
import { givenSecret } from '@tenure/log-secret';
import { BadQuery, type EventPage, NotCaughtUp, NotFound, PositionBeyondHead, type ReadModel, Unavailable } from '@tenure/querying';
import { ReadStoreUnavailable } from '@tenure/read-store';
import { Describe, IsId, IsWholeNumberText, Nested } from '@tenure/shape';
import { integer, listOf, mapOf, record, text } from '@tenure/shape/schema';
import { DeclaredCommands, type DeclaredCommandsParts, StreamKinds } from '@tenure/streams';
import { IsIn, IsInt, IsOptional } from 'class-validator';
import { encodeRows } from '../formats/encode-rows.js';
import type { HttpParts } from '../parts.js';
import { glassKind } from './glasses.js';
import { importResult } from './import-result.js';

export class Amount {
  @IsInt()
  minor!: number;

  @IsIn(['USD', 'EUR'])
  currency!: string;
}

@Describe('A purchase.')
export class RecordPurchase {
  @IsId()
  customerId!: string;

  @Nested(() => Amount)
  amount!: Amount;

  @IsOptional()
  @IsId()
  orderId?: string;
}

const streamKinds = new StreamKinds([
  {
    name: 'customer',
    prefix: 'customer-',
    streams: 'one-per-id',
    eventTypes: ['CustomerRegistered', 'PurchaseRecorded', 'VisitRecorded', 'ComplaintLogged'],
    readers: logReaders,
  },
  { name: 'model', prefix: 'model-', streams: 'one-per-id', eventTypes: ['ModelFitted'], readers: ['analyst', 'auditor'] },
  { name: 'restores', prefix: 'restores', streams: 'one', eventTypes: ['LogRestored'], readers: logReaders },
  accessKeyKind,
  glassKind,
]);

class CustomerQuery {
  @IsId()
  @Describe('Whose file.')
  customerId!: string;
}

class RetentionQuery {
  @IsOptional()
  @IsIn(['week', 'month'])
  @Describe('How long a period is.')
  granularity?: string;

  @IsOptional()
  @IsWholeNumberText(1, 100)
  @Describe('How many.')
  limit?: string;
}

/** Accepted tokens, by role; `all` has every role. */
export const tokenOf = (role: Role | 'all'): string => `token-of-${role}`;

function principalOf(token: string): Principal | null {
  const role = token.replace(/^token-of-/, '');
  if (role === 'all') return { id: 'key:all', name: 'all', roles };
  return token.startsWith('token-of-') && (roles as readonly string[]).includes(role) ? { id: `key:${role}`, name: role, roles: [role as Role] } : null;
}

const shopKey: KeyEntry = {
  keyId: 'k1',
  name: 'shop',
  roles: ['integrator'],
  createdAt: 0,
  createdBy: 'setup',
  expiresAt: 86_400_000,
  lastUsedAt: null,
  revoked: null,
};

const position = (number: number): string => String(number).padStart(12, '0');

/** Everything behind the edge, in memory: customers named `broken`, `full-disk`, ... make it fail in that way. */
export class FakeEngine {
  readonly events: RecordedEvent[] = [];
  readonly sent: Command[] = [];
  readonly batches: number[] = [];
  imported = '';
  notReady: string[] = [];
  notLive: string[] = [];
  /** Principals whose keys are no longer valid. */
  readonly revoked = new Set<string>();
  readonly accesses: AccessEntry[] = [];
  readonly signInCodes = new SignInCodes();
  /** Records that wait to be recorded. */
  readonly unrecorded: AccessRecord[] = [];
  #wake = new Set<() => void>();
  readonly #outcomes = new Map<string, { readonly body: string; readonly outcome: Extract<Outcome, { status: 'accepted' }> }>();

  execute(command: Command): Promise<Outcome> {
    return Promise.resolve().then(() => this.#decide(command));
  }

  async executeMany(commands: readonly Command[]): Promise<Outcome[]> {
    this.batches.push(commands.length);
    return commands.map((command) => this.#decide(command));
  }

  #decide(command: Command): Outcome {
    this.sent.push(command);
    const { customerId, id, data, expectedRevision } = command;
    if (customerId === 'broken') throw new TypeError('secret detail of the engine');
    if (customerId === 'full-disk') throw new LogUnavailable('disk-full', 'not-appended', 'The disk is full.');
    if (customerId === 'full-scratch') throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    if (customerId === 'unknown-outcome') throw new LogUnavailable('io-error', 'unknown', 'The disk gave an error.');
    if (customerId === 'closed')
      return { status: 'rejected', rejection: { code: 'customer-closed', detail: 'The customer is closed; reopen it first.', pointer: '/customerId' } };
    const before = this.#outcomes.get(`${customerId}/${id}`);
    if (before)
      return before.body === JSON.stringify(data)
        ? { ...before.outcome, replayed: true }
        : { status: 'key-reused', detail: 'The key belongs to another command.' };
    const stream = `customer-${customerId}`;
    const revision = this.events.filter((event) => event.stream === stream).length;
    if (expectedRevision !== undefined && expectedRevision !== revision - 1)
      return { status: 'revision-mismatch', actual: revision === 0 ? null : revision - 1 };
    const event = this.record(stream, 'PurchaseRecorded', data, id);
    const events = [{ eventId: eventId(stream, event.metadata), type: event.type, revision }];
    const outcome = { status: 'accepted' as const, replayed: false, commandId: id, customerId, revision, position: event.position, events };
    this.#outcomes.set(`${customerId}/${id}`, { body: JSON.stringify(data), outcome });
    return outcome;
  }

  /** For commands on streams; with the glass `broken` it fails. */
  #log(): DeclaredCommandsParts['log'] {
    return {
      readStream: async (stream, { from = 0 } = {}) => this.events.filter((event) => event.stream === stream && event.revision >= from),
      append: async ({ stream, expected, events }) => {
        if (stream === 'glass-broken') throw new LogUnavailable('disk-full', 'not-appended', 'The disk is full.');
        const actual = this.events.filter((event) => event.stream === stream).length - 1;
        if (expected !== (actual === -1 ? 'no-stream' : actual)) return { outcome: 'conflict', actual: actual === -1 ? 'no-stream' : actual };
        const recorded = events.map(({ type, data, metadata }) => this.record(stream, type, data, metadata.commandId, undefined, metadata));
        const { revision, position: at, recordedAt } = recorded.at(-1)!;
        return { outcome: 'appended', revision, position: at, positions: recorded.map((event) => event.position), recordedAt };
      },
    };
  }

  record(stream: string, type: string, data: object, commandId: string, personal?: object, more: object = {}): RecordedEvent {
    const revision = this.events.filter((event) => event.stream === stream).length;
    const metadata = { commandId, index: 0, payloadHash: '', actor: 'key:all', correlationId: 'c-1', ...more };
    const event = {
      position: position(this.events.length + 1),
      stream,
      revision,
      type,
      version: 1,
      occurredAt: 0,
      recordedAt: 1_000,
      data,
      personal,
      metadata,
    };
    this.events.push(event);
    for (const wake of this.#wake) wake();
    return event;
  }

  get head(): LogHead | null {
    const last = this.events.at(-1);
    return last ? { position: last.position, recordedAt: last.recordedAt, eventId: 'e' } : null;
  }

  async page({ after, types, limit }: { after: string | null; types: ReadonlySet<string> | null; limit: number }): Promise<EventPage> {
    if (after !== null && !/^\d{12}$/.test(after)) throw new InvalidPosition(after);
    const behind = this.events.filter((event) => after === null || event.position > after);
    const looked = behind.slice(0, limit);
    return {
      events: looked.filter((event) => !types || types.has(event.type)),
      last: looked.at(-1)?.position ?? after,
      atEnd: looked.length === behind.length,
    };
  }

  async waitFor(after: string | null, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (this.head === null || this.head.position <= (after ?? ''))) {
      await new Promise<void>((resolve) => {
        this.#wake.add(resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    }
  }

  async *importLines(options: Readonly<Record<string, string>>, body: AsyncIterable<Uint8Array>): AsyncIterable<ImportLine> {
    if (options.map === 'nonsense') throw new BadQuery('map', 'unknown-column', 'map names a column "nonsense" that the file does not have');
    for await (const piece of body) {
      if (options.map === 'late-nonsense') throw new BadQuery('map', 'unknown-column', 'map names a column that the header does not have');
      this.imported += Buffer.from(piece).toString('utf8');
    }
    yield { type: 'progress', bytes: this.imported.length, rows: 0, rejected: 0 };
    if (this.imported.includes('break-off')) throw new Error('broke off');
    yield importResult(this.imported.length);
  }

  parts(): HttpParts {
    const asOf = () => ({ position: this.head?.position ?? null, recordedAt: this.head?.recordedAt ?? null, lagMs: 0 });
    return {
      ports: {
        keys: {
          authenticate: principalOf,
          isGood: ({ id }) => !this.revoked.has(id),
          list: () => [shopKey],
          keyOf: ({ id }) => (id === 'key:integrator' ? shopKey : null),
          create: async ({ name, roles: wanted, expiresAt = null }, { id }) => ({
            keyId: 'k2',
            name,
            roles: wanted,
            createdAt: 0,
            createdBy: id,
            expiresAt,
            lastUsedAt: null,
            revoked: null,
            token: 'tk_once',
          }),
          revoke: async () => {},
        },
        signInCodes: this.signInCodes,
        audit: { record: (entry) => void this.accesses.push(entry), pending: () => [...this.unrecorded], addressOf: async () => null },
        moments: { position: (text) => (/^\d{1,12}$/.test(text) ? text.padStart(12, '0') : null), endOfDay: (day) => (day + 1) * 86_400_000 - 1 },
        commands: this,
        streamCommands: new DeclaredCommands({
          log: this.#log(),
          positions: { readPosition: (text) => text },
          secret: givenSecret('the secret of a log that lies in memory'),
          kinds: streamKinds,
        }),
        queries: {
          run: async (query, params, { minPosition, onTimeout }) => {
            if (params.customerId === 'nobody') throw new NotFound('customer-unknown', 'There is no customer nobody.');
            if (params.customerId === 'store-gone') throw new ReadStoreUnavailable('MongoDB does not answer.');
            if (params.customerId === 'busy') throw new Unavailable('read-model-building', 'The read model is being built.', 7);
            if (params.limit === '13') throw new BadQuery('limit', 'unlucky', 'limit must not be 13');
            if (minPosition !== null && minPosition > (this.head?.position ?? '') && onTimeout === 'fail') throw new NotCaughtUp(asOf(), minPosition);
            return { answer: await query.run(undefined as never, params as never), asOf: asOf() };
          },
          export: async (name, params, _freshness, _asker, as) => {
            const { columns, rows } = [customerFile, retention].find(({ projection }) => projection.name === name)!.export;
            return { asOf: asOf(), pieces: encodeRows(rows(undefined as never, params), as, columns as readonly string[]) };
          },
        },
        events: {
          streamEvents: async (stream, { from, limit }) => this.events.filter((event) => event.stream === stream && event.revision >= from).slice(0, limit),
          page: (options) => this.page(options),
          waitFor: (after, signal) => this.waitFor(after, signal),
          by: async (moment) => ('position' in moment ? { position: moment.position, recordedAt: 1_000, eventId: 'e' } : this.head),
          requireRecorded: async (parameter, wanted) => {
            if (wanted > (this.head?.position ?? '')) throw new PositionBeyondHead(parameter, wanted, this.head?.position ?? null);
          },
          head: async () => this.head,
        },
        models: {
          list: async () => [{ model: 'bg-nbd', currency: null, fitted: null }],
          one: async (model, { fit = 'latest', currency }) => {
            throw new NotFound('model-not-fitted', `${model} has no fit ${fit}${currency === undefined ? '' : ` in ${currency}`}.`);
          },
          fit: async ({ model, until }, _actor, { commandId = 'new', expectedRevision } = {}) => {
            if (commandId === 'used') return { status: 'key-reused', detail: 'The key was used for another fit.' };
            if (expectedRevision !== undefined) return { status: 'revision-mismatch', actual: null };
            const fitted = { model, trainedTo: until ?? '' } as ShownFit;
            return { status: 'accepted', replayed: commandId === 'known', commandId, revision: 0, position: position(1), events: [], fitted };
          },
          backtest: async (asked, _actor, { commandId = 'new', expectedRevision = 2 } = {}) => {
            if (expectedRevision !== 2) return { status: 'revision-mismatch', actual: 2 };
            const backtest = { ...asked, auc: 0.8 } as ShownBacktest;
            return { status: 'accepted', replayed: commandId === 'known', commandId, revision: 3, position: position(4), events: [], backtest };
          },
          backtests: async (model) => [{ model, auc: 0.8 } as ShownBacktest],
        },
        operations: {
          startRebuild: async ({ projection, check }) => ({
            id: 'r1',
            projection,
            check,
            state: 'running',
            events: 0,
            totalEvents: 9,
            etaSeconds: 1,
            startedAt: 0,
          }),
          rebuild: async (id) => ({ id, projection: null, check: true, state: 'done', events: 9, totalEvents: 9, etaSeconds: 0, startedAt: 0 }),
          cancelRebuild: async (id) => ({ id, projection: null, check: true, state: 'cancelled', events: 1, totalEvents: 9, etaSeconds: null, startedAt: 0 }),
          parked: async () => [{ projection: 'retention', customerId: 'c', revision: 3, eventType: 'X', reason: 'why', parkedAt: 0 }],
          retryParked: async () => ({ parked: false }),
          discardParked: async () => {},
          republish: async () => ({ position: position(7) }),
          replay: async (to, customerId) => ({ answer: { to, customerId }, asOf: asOf() }),
        },
        customerIds: {
          idOf: async (key, text) => (text.includes('@') === (key === 'email') ? 'c-known' : null),
          idOfTyped: async (text) => text,
        },
        importer: {
          presets: [],
          kinds: ['purchases', 'customers'],
          import: (_kind, options, body) => this.importLines(options, body),
        },
        health: { notReady: () => this.notReady, notLive: () => this.notLive, status: async () => ({ events: this.events.length }) },
      },
      eventKinds: ['PurchaseRecorded', 'VisitRecorded', 'ComplaintLogged'].map((type) => ({ type, ofCustomer: true, versions: [{ facts: record({}) }] })),
      streamKinds,
      commands: [{ name: 'RecordPurchase', aspect: 'purchases', summary: 'Record a purchase', shape: RecordPurchase }],
      readModels: [customerFile, retention],
      settings: { heartbeatMs: 200 },
    };
  }
}

const definition = (name: string) => ({
  name,
  title: name,
  summary: `About ${name}.`,
  counts: '',
  formula: '',
  window: '',
  timezone: '',
  leftOut: [],
  example: '',
  fields: {},
});

const customerFile: ReadModel = {
  projection: {
    name: 'customer-file',
    version: 1,
    of: { name: 'customer', prefix: 'customer-' },
    reads: 'all',
    initial: () => ({}),
    evolve: (document) => document,
    contributions: () => [],
  },
  definition: definition('customer-file'),
  queries: [
    {
      name: 'customer',
      path: 'customers/:customerId',
      summary: 'One customer',
      params: CustomerQuery,
      answer: record({ customerId: text, revision: integer, sealed: mapOf(text) }, ['sealed']),
      access: 'customer',
      cost: 'lookup',
      run: async (_context, { customerId }: CustomerQuery) => ({
        customerId,
        revision: 4,
        ...(customerId === 'sealed' && { sealed: { name: 'key-missing' } }),
      }),
    },
  ],
  export: {
    columns: ['customerId', 'name'],
    async *rows() {
      yield { customerId: 'a', name: '=1+1' };
      yield { customerId: 'b', name: 'x,"y"' };
    },
  },
};

const retention: ReadModel = {
  projection: {
    name: 'retention',
    version: 2,
    of: { name: 'customer', prefix: 'customer-' },
    reads: 'all',
    initial: () => ({}),
    evolve: (document) => document,
    contributions: () => [],
  },
  definition: definition('retention'),
  queries: [
    {
      name: 'retention',
      path: 'retention',
      summary: 'Who stays',
      params: RetentionQuery,
      answer: record({ params: mapOf(text), cohorts: listOf(record({ cohort: text, size: integer, late: { type: 'boolean' }, note: text })) }),
      access: 'figures',
      cost: 'scan',
      run: async (_context, params: RetentionQuery) => ({ params, cohorts: [{ cohort: '1997-01', size: -5, late: false, note: '-1' }] }),
      rows: (answer: { cohorts: [] }) => answer.cohorts,
    },
  ],
  export: {
    columns: ['cohort', 'size'],
    async *rows() {
      for (let row = 0; row < 3_000; row += 1) {
        if (row === 2_500) throw new Error('the read store failed');
        yield { cohort: `c${row}`, size: row };
      }
    },
  },
};
