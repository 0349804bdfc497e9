import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessAudit, AccessKeys, principalOfAllRoles, type StoredAccess } from '@tenure/access';
import { NOTHING_PUBLISHED } from '@tenure/event-feed';
import { MemoryRelayState } from '@tenure/event-feed/kafka';
import { type RecordedEvent, streamOf } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { backtestModel, type CustomerRecords, fitModel, type ModelComputing, ModelService, type PurchaseHistories } from '@tenure/fitting';
import { givenSecret } from '@tenure/log-secret';
import { operations, recordingOperations, republishing, restoresOf } from '@tenure/operating';
import { loadDiscards, PARKED_RETRY_REQUESTED, ParkedDecisions, projectionStream } from '@tenure/projecting';
import { fitInForce, LoggedModels, LoggedTerms, wholeRecords } from '@tenure/querying';
import { DeclaredCommands, StreamCommands } from '@tenure/streams';
import { termsInForce } from '@tenure/terms';
import { belongsToLog, vaultOf } from '@tenure/vault';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { streamKinds } from './stream-kinds.js';

/** The samples are beside the sources; this spec runs from `dist`. */
const folder = new URL('../../process/golden/', import.meta.url);
/** `ModelFitted.v1.json` is what is recorded today; `ModelFitted.v1.without-outcomes.json` what was recorded before the version grew. */
const [files, former] = [true, false].map((today) => readdirSync(folder).filter((file) => /^\w+\.v\d+\.json$/.test(file) === today)) as [string[], string[]];
const secret = givenSecret('the secret of the logs of this spec');
/** The secret that the address in `AccessRecorded.v1.json` is sealed with: that of its month. */
const monthSecret = '5e'.repeat(32);
const noon = Date.UTC(2026, 10, 30, 12);

interface Sample {
  readonly stream: string;
  readonly type: string;
  readonly version: number;
  readonly data: Readonly<Record<string, unknown>>;
}
const sample = (file: string): Sample => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
const fileOf = ({ type, version }: Pick<Sample, 'type' | 'version'>): string => `${type}.v${version}.json`;

/** Fields whose value is new each time: only their form can be compared. */
const everNew: Readonly<Record<string, readonly string[]>> = {
  ApiKeyCreated: ['keyId', 'hash'],
  ApiKeyUsed: ['keyId'],
  ApiKeyRevoked: ['keyId'],
  LogRestored: ['restoredAt'],
  VaultBegun: ['vault'],
  AccessRecorded: ['address'],
};

/** Two hundred customers who buy at different paces, some of whom stop; always the same. */
const histories: PurchaseHistories = {
  async *read(until = Infinity) {
    yield Array.from({ length: 200 }, (_, customer) => {
      const pace = 5 + ((customer * 37) % 90);
      const first = 20_000 + (customer % 60);
      const all = Array.from({ length: Math.ceil((20_400 - first) / pace) }, (_, at) => first + at * pace).slice(0, customer % 5 === 0 ? 1 : undefined);
      const days = all.filter((day) => day <= until);
      return { days, spendDays: days, minor: days.map((day) => 1_000 + (day % 7) * 100) };
    });
  },
};

/** These models learn from purchases alone. */
const records: CustomerRecords = {
  async *read() {
    yield [];
  },
};

const everything = { customers: 200, purchaseDays: 1_975, repeatPurchaseDays: 1_775 };

describe('an event that is recorded is recorded for ever', () => {
  let data: string;
  let log: SqliteEventLog;
  beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), 'tenure-golden-'));
    log = await SqliteEventLog.open(join(data, 'events.db'));
  });
  afterEach(async () => {
    await log.close();
    rmSync(data, { recursive: true });
  });

  /** `kept`: the secret of every month that has one already. */
  function auditOf(kept: string | null): AccessAudit {
    return new AccessAudit({
      log,
      secret,
      secrets: { of: () => ({ place: 'memory', read: async () => kept, keep: async (made: string) => made }), destroyBefore: async () => undefined },
      months: 12,
      said: () => undefined,
      failed: (error) => {
        throw error;
      },
      now: () => noon,
    });
  }

  async function append({ stream, ...said }: Sample): Promise<void> {
    const revision = (await log.readStream(stream)).length - 1;
    const metadata = { commandId: `a ${said.type}`, index: 0, of: 1, payloadHash: '', actor: 'key:a' };
    await log.append({ stream, expected: revision === -1 ? 'no-stream' : revision, events: [{ ...said, occurredAt: noon, metadata }] });
  }

  async function recordOneOfEach(): Promise<void> {
    const keys = await AccessKeys.load({ log, secret, now: () => noon });
    const { keyId, token } = await keys.create({ name: 'shop', roles: ['integrator'], expiresAt: noon + 86_400_000 }, principalOfAllRoles('setup', 'setup'));
    keys.authenticate(token);
    await keys.recordUses();
    await keys.revoke(keyId, 'left the company', 'key:operator');

    const audit = auditOf(null);
    audit.record({ kind: 'reveal', outcome: 'done', actor: 'key:a', address: '203.0.113.9', what: 'GET /v1/customers/:customerId', subject: 'C-1' });
    await audit.close();

    const models = new ModelService(log, new StreamCommands({ log, secret }), {
      fit: (request) =>
        fitModel(request, histories, {
          currency: { code: 'EUR', minorPerMajor: 100 },
          sample: { ...everything, checksum: 1, signals: 0, currencies: [{ currency: 'EUR', ...everything }] },
          records,
          today: 20_800,
        }),
      backtest: (request) => backtestModel(request, histories, { currency: { code: 'EUR', minorPerMajor: 100 }, records, today: 20_800 }),
    });
    const fit = await models.fit({ model: 'nbd' }, 'key:analyst');
    if (fit.status !== 'accepted') throw new Error(fit.status);
    const declared = new DeclaredCommands({ log, positions: log, secret, kinds: streamKinds });
    const sent = { actor: 'key:analyst', id: 'once' };
    await declared.execute({ ...sent, name: 'PromoteModel', data: { model: 'nbd', fit: fit.position, reason: 'steadier' } });
    await declared.execute({ ...sent, id: 'again', name: 'RetireModel', data: { model: 'nbd', reason: 'a year later' } });
    const terms = { figure: 'lifetime-value', from: '2026-01-01' };
    const ofLamps = { currency: 'EUR', product: 'blue-lamp' };
    const state = (name: string, said: object) => declared.execute({ ...sent, id: name, name, data: { ...terms, ...said } });
    await state('StateMargin', { ...ofLamps, share: 0.35, reason: 'as the accounts of 2025 say' });
    await state('StateDiscountRate', { rate: 0.12, reason: 'cost of capital' });
    await state('StateHorizon', { horizon: 'P2Y', reason: 'as the plan of the year' });
    await state('StateCost', { of: 'complaint', severity: 'high', amount: { minor: 2500, currency: 'EUR' }, reason: 'two hours of work' });
    await state('WithdrawTerm', { ...ofLamps, from: '2026-06-01', term: 'margin', reason: 'no longer sold' });
    const campaign = { valueKept: 200, contactCost: 1, offerCost: 10, acceptance: 0.3 };
    await models.backtest({ model: 'nbd', at: '2025-06-01', horizon: 'P30D', campaign }, 'key:analyst');

    const record = recordingOperations(log, secret);
    const parked = { key: 'C-1', revision: 3, type: 'PurchaseRecorded', reason: 'too large', parkedAt: noon };
    const store = { snapshot: async () => ({ view: async () => ({}), parked: async () => [parked], close: () => undefined }) };
    const { discardParked } = operations({
      log,
      record,
      store,
      parkedCustomers: { discarded: async () => undefined },
      projections: ['retention'],
    } as unknown as Parameters<typeof operations>[0]);
    await discardParked('retention', 'C-1', 'cannot be put right', 'key:operator');
    await record({ stream: projectionStream('retention'), type: PARKED_RETRY_REQUESTED, data: { customerId: 'C-1' }, actor: 'key:operator' });

    const relay = new MemoryRelayState();
    const published = { ...NOTHING_PUBLISHED, publication: 'first', position: '0000000000000099', recordedAt: noon, eventId: 'e', logId: await log.id() };
    await relay.save((await relay.acquire('relay', 1_000))!, published);
    const republish = republishing({ log, record, relay, store: { views: async () => [], checkpoints: async () => [] } });
    await republish({ reason: 'a disk was lost', acceptLoss: true }, 'key:operator');

    let vault = '';
    const vaultKeys = {
      place: 'memory',
      id: async () => vault,
      begin: async (id: string) => {
        vault = id;
        return id;
      },
    };
    await belongsToLog(log, secret)(vaultKeys as unknown as Parameters<ReturnType<typeof belongsToLog>>[0]);
  }

  it('has a sample of every type that is no customer’s, and of nothing else', () => {
    const types = streamKinds.all.filter(({ name }) => name !== 'customer').flatMap(({ eventTypes }) => eventTypes);
    expect(files.toSorted()).toEqual(types.map((type) => fileOf({ type, version: 1 })).toSorted());
    for (const file of files) expect([file, fileOf(sample(file))]).toEqual([file, file]);
  });

  it('is what the code of today records', async () => {
    await recordOneOfEach();
    const events = await log.readAll({ after: null, limit: 100 });
    expect(events.map(fileOf).toSorted()).toEqual(files.toSorted());
    for (const event of events) expect(rounded(asSample(event))).toEqual(rounded(withNew(sample(fileOf(event)), event)));
  });

  it('is read by the code of today, each type of it', async () => {
    const waiting = inOrder();
    const appendUpTo = async (type: string) => {
      for (const next of waiting.splice(0, waiting.findIndex((each) => each.type === type) + 1)) await append(next);
    };
    const model = () => new LoggedModels(wholeRecords(log)).record('nbd');
    await appendUpTo('ModelFitted');
    expect(fitInForce(await model(), null)?.parameters).toEqual(sample('ModelFitted.v1.json').data['parameters']);
    await appendUpTo('ModelPromoted');
    expect((await model()).promoted).toEqual(new Map([[null, { revision: 0, promotedAt: expect.any(Number) as number }]]));
    await appendUpTo('ModelRetired');
    expect((await model()).promoted).toEqual(new Map());
    await appendUpTo('ModelBacktested');
    const models = new ModelService(log, new StreamCommands({ log, secret }), {} as ModelComputing);
    expect(await models.backtests('nbd')).toMatchObject([sample('ModelBacktested.v1.json').data]);

    const terms = async (day: string) => termsInForce(await new LoggedTerms(log).of('lifetime-value'), day);
    await appendUpTo('CostStated');
    expect(await terms('2026-01-01')).toMatchObject({
      margins: [{ currency: 'EUR', product: 'blue-lamp', value: 0.35, statedBy: 'key:a' }],
      discountRate: { value: 0.12 },
      horizon: { value: 'P2Y', reason: 'as the plan of the year' },
      costs: [{ of: 'complaint', severity: 'high', value: { minor: 2500, currency: 'EUR' } }],
    });
    await appendUpTo('TermWithdrawn');
    expect((await terms('2026-06-01')).margins).toEqual([]);

    const decided: string[] = [];
    const decisions = new ParkedDecisions(log);
    const view = { projection: { name: 'retention' }, parkedCount: 1, isParked: () => true } as unknown as Parameters<ParkedDecisions['forEach']>[0];
    const look = () => decisions.forEach(view, async (customerId) => void decided.push(customerId));
    await appendUpTo('ParkedEventDiscarded');
    await look();
    expect(await loadDiscards(log, 'retention')).toEqual(new Map([['C-1', new Set([3])]]));
    await appendUpTo('ParkedRetryRequested');
    await look();
    expect(decided).toEqual(['C-1', 'C-1']);

    await appendUpTo('LogRestored');
    expect(await restoresOf(log)).toMatchObject([{ restoredAt: '2026-11-30T06:51:05.398Z' }]);
    await appendUpTo('VaultBegun');
    expect(await vaultOf(log)).toBe('0f90d36e-b309-4b48-bd9b-e6b0cb00a0b4');

    const { data: key } = sample('ApiKeyCreated.v1.json');
    const keys = async () => (await AccessKeys.load({ log, secret, now: () => noon })).list();
    await appendUpTo('ApiKeyCreated');
    expect(await keys()).toMatchObject([{ keyId: key['keyId'], name: 'shop', roles: ['integrator'], lastUsedAt: null, revoked: null }]);
    await appendUpTo('ApiKeyUsed');
    expect(await keys()).toMatchObject([{ lastUsedAt: noon }]);
    await appendUpTo('ApiKeyRevoked');
    expect(await keys()).toMatchObject([{ revoked: { reason: 'left the company' } }]);

    await appendUpTo('AccessRecorded');
    const audit = auditOf(monthSecret);
    expect(await audit.addressOf(sample('AccessRecorded.v1.json').data as unknown as StoredAccess)).toBe('203.0.113.9');
    await audit.close();

    expect(waiting).toEqual([]);
    expect(inOrder().every(({ stream }) => streamKinds.of(stream) !== null && !stream.startsWith(streamOf('')))).toBe(true);
  });

  it('is read as it was recorded before its version grew', async () => {
    expect(former).toEqual(['ModelBacktested.v1.without-outcomes.json', 'ModelFitted.v1.without-outcomes.json']);
    for (const file of former) await append(sample(file));
    const fitted = fitInForce(await new LoggedModels(wholeRecords(log)).record('nbd'), null);
    expect(fitted).toMatchObject(sample('ModelFitted.v1.without-outcomes.json').data);
    expect([fitted?.typical, fitted?.calibrations, fitted?.checksum]).toEqual([undefined, undefined, undefined]);
    const models = new ModelService(log, new StreamCommands({ log, secret }), {} as ModelComputing);
    expect(await models.backtests('nbd')).toMatchObject([sample('ModelBacktested.v1.without-outcomes.json').data]);
  });

  it('says what its kind declares of it: all that is read of a RepublicationRequested', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const declared = [...inOrder(), ...former.map(sample)].flatMap(({ stream, type, data }) => {
      const schema = streamKinds.of(stream)!.eventSchemas?.[type];
      return schema === undefined ? [] : [[type, ajv.validate(schema, data) || ajv.errorsText()]];
    });
    expect(declared).toContainEqual(['RepublicationRequested', true]);
    expect(declared.filter(([, fits]) => fits !== true)).toEqual([]);
  });
});

/** In the order in which they happen: a key is made before it is revoked. */
function inOrder(): Sample[] {
  const types = streamKinds.all.flatMap(({ eventTypes }) => eventTypes);
  return files.map(sample).sort((left, right) => types.indexOf(left.type) - types.indexOf(right.type));
}

function asSample({ stream, type, version, data }: RecordedEvent): Sample {
  return { stream: stream.replace(/^access-.+(?=-\d{4}-)/, 'access-process'), type, version, data: data as Sample['data'] };
}

/** The sample with the newly recorded value in each field of `everNew` whose form is the same. */
function withNew(golden: Sample, { type, data }: RecordedEvent): Sample {
  const fields = everNew[type] ?? [];
  const fresh = fields
    .filter((field) => formOf(golden.data[field]) === formOf((data as Sample['data'])[field]))
    .map((field) => [field, (data as Sample['data'])[field]]);
  return { ...golden, data: { ...golden.data, ...Object.fromEntries(fresh) } };
}

/** Letters and digits each become one letter, so that an id and a time differ. */
function formOf(value: unknown): string {
  return JSON.stringify(value)
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/, 'time')
    .replace(/[A-Za-z0-9_-]{16,}/g, (word) => `${word.length} characters`);
}

/** The last digits of a fit differ between processors, and values near 0 differ in all digits. */
function rounded(value: unknown): unknown {
  const near = (number: number): number => (Math.abs(number) < 1e-4 ? 0 : Number(number.toPrecision(4)));
  return JSON.parse(JSON.stringify(value), (_, member) => (typeof member === 'number' && !Number.isInteger(member) ? near(member) : member));
}
