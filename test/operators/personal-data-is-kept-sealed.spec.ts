import { existsSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { describeEmbedded } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

const CUSTOMERS = 20_000;
const PLANTED = 1_000;
/** None of these words occurs anywhere else; each is found by the part that all of its kind share. */
const nameOf = (n: number) => `Zqplantedname ${n} Lovelace`;
const emailOf = (n: number) => `zqplantedmail${n}@planted.example`;
const phoneOf = (n: number) => `+49555120771${n}`;
const addressOf = (n: number) => `${n} Zqplantedstreet, London`;
const needles = ['zqplanted', '49555120771', '1901-02-03'];
/** The base64 of a text within a longer one has three forms, depending on its offset. */
const encoded = ['Zqplantedname ', 'zqplantedmail', '+49555120771', 'Zqplantedstreet', 'Zqplantednote', 'Zqplantedword'].flatMap((text) =>
  [0, 1, 2].map((shift) =>
    Buffer.from(' '.repeat(shift) + text)
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4),
  ),
);

/** Planted texts found in some bytes: as text, as base64, or packed. */
function plantedIn(bytes: Buffer): string[] {
  const text = bytes.toString('latin1');
  const lower = text.toLowerCase();
  const found = [...needles.filter((needle) => lower.includes(needle)), ...encoded.filter((needle) => text.includes(needle))];
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) found.push(...plantedIn(gunzipSync(bytes)));
  return found;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).flatMap((each) => (each.isFile() ? [join(each.parentPath, each.name)] : []));
}

/** Includes open files whose names are gone; files that disappear meanwhile are skipped. */
function openFilesOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((fd) => {
    try {
      const link = readlinkSync(join(folder, fd));
      return link.startsWith('/') && !link.startsWith('/dev/') && statSync(join(folder, fd)).isFile() ? [join(folder, fd)] : [];
    } catch {
      return [];
    }
  });
}

function plantedInFiles(files: readonly string[]): string[] {
  return files.flatMap((file) => {
    try {
      return plantedIn(readFileSync(file)).map((needle) => `${needle} in ${file}`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  });
}

interface Page {
  readonly closed: { readonly reason: string | null } | null;
  readonly timeline: readonly { readonly text: string; readonly said: object }[];
  readonly sealed?: { readonly fields: readonly string[]; readonly reason: string };
}

interface Complaint {
  readonly customerId: string;
  readonly complaintId: string;
}

const rows = Array.from({ length: CUSTOMERS }, (_, n) =>
  n < PLANTED
    ? `C-${n},"${nameOf(n)}",${emailOf(n)},${phoneOf(n)},"${addressOf(n)}",1901-02-03,Zqplantednote ${n}`
    : `C-${n},Somebody ${n},some${n}@body.example,,,,`,
);
const file = `customer_id,name,email,phone,address,birth_date,note\n${rows.join('\n')}\n`;

const word = (n: number, field: string) => `Zqplantedword ${n} ${field}`;
const complaintRows = Array.from({ length: PLANTED }, (_, n) => `C-${n},2026-01-02,I-${n},${word(n, 'subject')},2026-01-03,${word(n, 'resolution')}`);
const complaintFile = `customer_id,occurred_at,complaint_id,subject,resolved_at,resolution\n${complaintRows.join('\n')}\n`;

/** Commands on one customer with a planted text in every field for free words. */
function wordyCommands(n: number): { command: string; id: string; data: object }[] {
  const of = (...fields: string[]) => Object.fromEntries(fields.map((field) => [field, word(n, field)]));
  const amount = { minor: 500, currency: 'EUR' };
  const commands: [string, object][] = [
    ['RecordPurchase', { orderId: 'A-1', amount, ...of('note') }],
    ['RecordReturn', { orderId: 'A-1', returnId: 'R-1', amount, ...of('reason') }],
    ['CorrectReturn', { returnId: 'R-1', amount: { minor: 400, currency: 'EUR' }, ...of('returnReason', 'reason') }],
    ['VoidReturn', { returnId: 'R-1', ...of('reason') }],
    ['CorrectPurchase', { orderId: 'A-1', channel: 'shop', ...of('reason') }],
    ['VoidPurchase', { orderId: 'A-1', ...of('reason') }],
    ['StartSubscription', { subscriptionId: 'S-1', plan: 'basic', price: amount, interval: 'P1M' }],
    ['CancelSubscription', { subscriptionId: 'S-1', reasonCode: 'pricing', ...of('reason') }],
    ['RecordVisit', { visitId: 'W-1', ...of('subject', 'result', 'place') }],
    ['CorrectVisit', { visitId: 'W-1', ...of('subject', 'result', 'place', 'reason') }],
    ['VoidVisit', { visitId: 'W-1', ...of('reason') }],
    ['LogComplaint', { complaintId: 'L-1', ...of('subject', 'description') }],
    ['ResolveComplaint', { complaintId: 'L-1', ...of('resolution') }],
    ['CorrectComplaint', { complaintId: 'L-1', subject: word(n, 'other'), resolution: word(n, 'other'), ...of('description', 'reason') }],
    ['ReopenComplaint', { complaintId: 'L-1', ...of('reason') }],
    ['ResolveComplaint', { complaintId: 'L-1', ...of('resolution') }],
    ['LogComplaint', { complaintId: 'L-2', ...of('subject') }],
    ['VoidComplaint', { complaintId: 'L-2', ...of('reason') }],
    ['RecordSatisfaction', { satisfactionId: 'N-1', metric: 'nps', score: 3, ...of('comment') }],
    ['CorrectSatisfaction', { satisfactionId: 'N-1', score: 4, ...of('comment', 'reason') }],
    ['VoidSatisfaction', { satisfactionId: 'N-1', ...of('reason') }],
    ['CloseCustomer', of('reason')],
    ['ReopenCustomer', of('reason')],
    ['CloseCustomer', of('reason')],
  ];
  return commands.map(([command, fields], at) => ({ command, id: `w-${n}-${at}`, data: { customerId: `C-${n}`, ...fields } }));
}

afterAll(removeTemporaryFolders);

describeEmbedded('what is personal', () => {
  let cwd: string;
  let data: string;
  let engine: EngineProcess;

  beforeAll(async () => {
    cwd = temporaryFolder();
    data = join(cwd, 'data');
    engine = await EngineProcess.start({ data });
  }, 60_000);
  afterAll(() => engine.stop());

  it('is in no file while 20,000 customers are imported, nor afterwards, nor in what the engine says', async () => {
    const found = new Set<string>();
    let importing = true;
    const looking = (async () => {
      for (; importing; await new Promise((resolve) => setTimeout(resolve, 200))) {
        for (const each of plantedInFiles([...filesBelow(join(data, 'scratch')), ...openFilesOf(engine.pid)])) found.add(each);
      }
    })();
    const lines = await engine.client.importFile('customers', file, {});
    importing = false;
    await looking;
    expect(lines.at(-1)).toMatchObject({ accepted: CUSTOMERS });
    expect([...found]).toEqual([]);
    await engine.client.accept('ChangeCustomerDetails', { customerId: 'C-1', personal: { name: 'Zqplantedname Countess', phone: null } });
    await engine.client.accept('LogComplaint', { customerId: 'C-1', complaintId: 'K-1', subject: 'late', description: 'Zqplantednote: it came late' });
    await engine.client.current('/v1/customers/C-1');
    expect(plantedInFiles(filesBelow(data))).toEqual([]);
    expect(plantedIn(Buffer.from(engine.stderr))).toEqual([]);
  }, 240_000);

  it('is in no file where it was said in free words: about complaints, visits, returns, corrections, closings', async () => {
    expect((await engine.client.importFile('complaints', complaintFile, {})).at(-1)).toMatchObject({ accepted: PLANTED });
    // A row that contradicts the record is refused, and the refusal shows the recorded values to the importer.
    const again = await engine.client.importFile('complaints', complaintFile.replaceAll(' subject,', ' otherwise,'), {});
    expect(again.at(-1)).toMatchObject({ accepted: 0 });
    const commands = Array.from({ length: 20 }, (_, n) => wordyCommands(100 + n)).flat();
    const answers = await engine.client.bulk<{ status: number }>(commands);
    expect(answers.map(({ status }, at) => [commands[at]!.command, status])).toEqual(commands.map(({ command }) => [command, 201]));
    const page = await engine.client.current<Page>('/v1/customers/C-100');
    expect(page.closed).toMatchObject({ reason: word(100, 'reason') });
    expect(page.timeline.find(({ text }) => text === 'Closed')).toMatchObject({ said: { reason: word(100, 'reason') } });
    expect(plantedInFiles([...filesBelow(data), ...openFilesOf(engine.pid)])).toEqual([]);
    expect(plantedIn(Buffer.from(engine.stderr))).toEqual([]);
    const refused = await engine.client.send('RecordVisit', { customerId: 'C-100', visitId: 'late' });
    expect([refused.status, plantedIn(Buffer.from(refused.text))]).toEqual([422, []]);
    const complaints = async (order: string) =>
      (await engine.client.get<{ items: Complaint[] }>(`/v1/complaints?status=resolved&limit=1000&order=${order}`)).items;
    expect((await complaints('newest')).find(({ customerId, complaintId }) => customerId === 'C-100' && complaintId === 'L-1')).toMatchObject({
      subject: word(100, 'other'),
      resolution: word(100, 'resolution'),
    });
    expect((await complaints('oldest')).find(({ customerId }) => customerId === 'C-7')).toMatchObject({
      subject: word(7, 'subject'),
      resolution: word(7, 'resolution'),
    });
    expect((await engine.client.ask('/v1/export/complaints?format=csv')).text).toContain(`${word(999, 'subject')},`);
  }, 120_000);

  it('is in no snapshot of a customer with a long history', async () => {
    const visits = Array.from({ length: 1_500 }, (_, n) => ({
      command: 'RecordVisit',
      id: `v-${n}`,
      data: { customerId: 'C-2', visitId: `V-${n}`, note: `Zqplantednote ${n}` },
    }));
    for (const { status } of await engine.client.bulk<{ status: number }>(visits)) expect(status).toBe(201);
    await engine.client.accept('RecordVisit', { customerId: 'C-2', visitId: 'last' });
    await engine.client.accept('RecordVisit', { customerId: 'C-2', visitId: 'very last' });
    const snapshots = new Database(join(data, 'snapshots.db'), { readonly: true });
    const parts = snapshots.prepare('SELECT content FROM part').pluck().all() as string[];
    snapshots.close();
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) expect(part).toMatch(/^\{"sealed":"sealed\.1\.0\.Snapshot\.[\w-]+"\}$/);
    expect(plantedInFiles(filesBelow(data))).toEqual([]);
  }, 120_000);

  it('is shown to those who may see it: on pages, in lists, events and exports, now and at a past moment', async () => {
    const personal = { name: 'Zqplantedname Countess', email: emailOf(1), address: addressOf(1), birthDate: '1901-02-03' };
    expect((await engine.client.current<{ personal: object }>('/v1/customers/C-1')).personal).toEqual(personal);
    const { items } = await engine.client.current<{ items: { customerId: string; name: string }[] }>('/v1/customers?limit=1000');
    expect(items.find(({ customerId }) => customerId === 'C-0')!.name).toBe(nameOf(0));
    const history = await engine.client.get<{ items: { position: string; sequence: string; data: { personal?: object } }[] }>('/v1/customers/C-1/events');
    expect(history.items.map(({ data: { personal: part } }) => part)).toEqual([
      { name: nameOf(1), email: emailOf(1), phone: phoneOf(1), address: addressOf(1), birthDate: '1901-02-03', note: 'Zqplantednote 1' },
      { name: 'Zqplantedname Countess', phone: null },
      { subject: 'late', description: 'Zqplantednote: it came late' },
      { subject: word(1, 'subject') },
      { resolution: word(1, 'resolution') },
    ]);
    expect(JSON.stringify(history)).not.toContain('keyepoch');
    const past = await engine.client.get<{ personal: object }>(`/v1/customers/C-1?asAt=${history.items[0]!.sequence}`);
    expect(past.personal).toMatchObject({ name: nameOf(1), phone: phoneOf(1) });
    const everybody = (await engine.client.ask('/v1/export/customer-file?format=csv')).text;
    for (let n = 2; n < PLANTED; n += 1) if (!everybody.includes(`${nameOf(n)},${emailOf(n)}`)) throw new Error(`customer ${n} is not in the export`);
    expect(plantedInFiles(filesBelow(data))).toEqual([]);
  }, 120_000);

  it('is in no backup, and is there again where the backup is restored', async () => {
    const backup = await tenure(['backup', 'shop.backup', '--data', data, '--json'], { cwd });
    expect(backup.json()).toMatchObject({ customerKeys: CUSTOMERS });
    expect(plantedInFiles([join(cwd, 'shop.backup')])).toEqual([]);
    const copy = join(cwd, 'copy');
    expect((await tenure(['restore', 'shop.backup', '--data', copy, '--json'], { cwd })).exitCode).toBe(0);
    const restored = await EngineProcess.start({ data: copy });
    try {
      expect(await restored.client.current('/v1/customers/C-7')).toMatchObject({ personal: { name: nameOf(7) } });
      await restored.client.accept('ChangeCustomerDetails', { customerId: 'C-7', personal: { phone: null } });
      await restored.client.accept('RegisterCustomer', { customerId: 'new', personal: { name: 'Zqplantedname new' } });
    } finally {
      await restored.stop();
    }
    expect(plantedInFiles(filesBelow(copy))).toEqual([]);
  }, 120_000);

  it('that cannot be opened is said to be sealed; only commands that need it are refused, and no key is made in the place of the lost one', async () => {
    await engine.stop();
    const [vault, away] = [join(data, 'vault.db'), join(data, 'away')];
    renameSync(vault, away);
    for (const suffix of ['-wal', '-shm']) rmSync(`${vault}${suffix}`, { force: true });
    engine = await EngineProcess.start({ data });
    expect(await engine.client.current('/v1/customers/C-7')).toMatchObject({
      customerId: 'C-7',
      personal: {},
      sealed: { fields: expect.arrayContaining(['name', 'email']), reason: 'key-missing' },
    });
    const closed = await engine.client.current<Page>('/v1/customers/C-100');
    expect(closed).toMatchObject({
      closed: { reason: null },
      sealed: { fields: expect.arrayContaining(['name', 'closed.reason', 'timeline.subject', 'timeline.reason']), reason: 'key-missing' },
    });
    expect(closed.timeline.find(({ text }) => text === 'Closed')!.said).toEqual({});
    const { items: complaints } = await engine.client.get<{ items: Complaint[] }>('/v1/complaints?status=resolved&limit=1000');
    expect(complaints.find(({ customerId }) => customerId === 'C-7')).toMatchObject({
      subject: null,
      resolution: null,
      sealed: { fields: ['subject', 'resolution'], reason: 'key-missing' },
    });
    expect((await engine.client.ask('/v1/customers?limit=1&format=csv')).text).toMatch(/^C-0,\d+,person,active,,name,/m);
    const [event] = (await engine.client.get<{ items: { keyepoch: number; data: { personal: { name: string } } }[] }>('/v1/customers/C-7/events')).items;
    expect([event!.keyepoch, event!.data.personal.name]).toEqual([1, expect.stringMatching(/^sealed\./)]);
    const known = await engine.client.send('ChangeCustomerDetails', { customerId: 'C-7', personal: { name: 'X' } });
    expect([known.status, known.json()]).toEqual([503, expect.objectContaining({ code: 'vault-key-missing', detail: expect.stringContaining(vault) })]);
    const taking = await engine.client.send('ChangeCustomerDetails', { customerId: 'C-7', personal: { phone: null } });
    expect([taking.status, taking.json()]).toEqual([503, expect.objectContaining({ code: 'vault-key-missing' })]);
    await engine.client.accept('RecordPurchase', { customerId: 'C-7', orderId: 'O-7', amount: { minor: 500, currency: 'EUR' } });
    const bought = 'customer_id,order_id,date,amount,currency\nC-7,O-8,2026-03-01,5.00,EUR\nC-8,O-9,2026-03-01,5.00,EUR\n';
    expect((await engine.client.importFile('purchases', bought, {})).at(-1)).toMatchObject({ accepted: 2 });
    const unknown = await engine.client.send('RegisterCustomer', { customerId: 'newest', personal: { name: 'X' } });
    expect([unknown.status, unknown.json()]).toEqual([503, expect.objectContaining({ code: 'vault-missing', detail: expect.stringContaining(vault) })]);
    await engine.client.accept('RegisterCustomer', { customerId: 'nameless' });
    await engine.stop();
    renameSync(away, vault);
    engine = await EngineProcess.start({ data });
    expect(await engine.client.current('/v1/customers/C-7')).toMatchObject({ personal: { name: nameOf(7) } });
    await engine.client.accept('ChangeCustomerDetails', { customerId: 'C-7', personal: { phone: null } });
  }, 120_000);
});
