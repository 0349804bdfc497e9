import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

let cwd: string;
let engine: EngineProcess;
beforeAll(async () => {
  cwd = temporaryFolder();
  engine = await EngineProcess.start({ data: join(cwd, 'data'), environment: { TENURE_TIMEZONE: 'Europe/Berlin' } });
});
afterAll(async () => {
  await engine.stop();
  removeTemporaryFolders();
});

const importing = (name: string, text: string, ...args: string[]) => {
  writeFileSync(join(cwd, name), text);
  return tenure(['import', ...args, name, '--json'], { cwd });
};

it('a German file goes in by itself, in the zone of the engine', async () => {
  const file = 'customer_id;occurred_at;amount\nG-1;31.10.2025;1.234,50 €\nG-2;01.11.2025 20:15;999,00\n';
  const { exitCode, json } = await importing('de.csv', file, 'purchases', '--currency', 'EUR');
  expect(exitCode).toBe(0);
  expect(json()).toMatchObject({
    accepted: 2,
    amount: [{ minor: 223_350, currency: 'EUR' }],
    from: '2025-10-31',
    to: '2025-11-01T19:15:00.000Z',
    timeZone: 'Europe/Berlin',
    understood: { amount: 'decimal comma' },
  });
  const events = async (id: string) => (await engine.client.ask(`/v1/customers/${id}/events`)).text;
  expect(await events('G-1')).toContain('"time":"2025-10-31T00:00:00');
  expect(await events('G-2')).toContain('"time":"2025-11-01T19:15:00');
});

it.each([
  ['an amount that is a thousand or one', 'customer_id,occurred_at,amount\nA,2025-01-02,1.000\nA,2025-01-02,12.500\n', ['--decimal .', '--decimal ,']],
  ['a date that is in January or February', 'customer_id,occurred_at,amount\nA,01/02/2025,1.50\n', ['dd/MM/yyyy', 'MM/dd/yyyy']],
  ['amounts of two kinds', 'customer_id,occurred_at,amount\nA,2025-01-02,1.50\nA,2025-01-02,"2,50"\n', ['line 2', 'line 3', '--decimal']],
])('%s is asked about before anything is recorded', async (_, file, words) => {
  const { exitCode, stderr, stdout } = await importing('open.csv', file, 'purchases', '--currency', 'USD');
  expect([exitCode, stdout]).toEqual([2, '']);
  for (const word of words) expect(stderr).toContain(word);
  expect((await engine.client.ask('/v1/customers/A/events')).status).toBe(404);
  const upload = await engine.client.ask('/v1/imports/purchases?currency=USD', { method: 'POST', body: file });
  expect([upload.status, upload.text]).toEqual([400, expect.stringContaining(words[0] as string)]);
});

it('every date of a row obeys the date format', async () => {
  const file = 'customer_id,name,birth_date,occurred_at\nB-1,Ann,17/05/1984,01/02/2020\n';
  expect((await importing('people.csv', file, 'customers', '--date-format', 'dd/MM/yyyy')).json()).toMatchObject({ accepted: 1, from: '2020-02-01' });
  expect((await engine.client.ask('/v1/customers/B-1/events')).text).toContain('"birthDate":"1984-05-17"');
});
