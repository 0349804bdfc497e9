import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

let engine: EngineProcess;
let cwd: string;
beforeAll(async () => {
  cwd = temporaryFolder();
  engine = await EngineProcess.start({ data: join(cwd, 'data') });
  const rows = (...ids: string[]) => ids.map((id, at) => `${id};2026-01-0${at + 1};10;O${at}\n`).join('');
  const header = (column: string) => `${column};occurred_at;amount;order_id\n`;
  writeFileSync(join(cwd, 'phones.csv'), header('手机') + rows('13812345678', '0170 1234567'));
  writeFileSync(join(cwd, 'ids.csv'), header('Kundennummer') + rows('Ada <ada@mail.com>', 'mailto:ben@mail.com', '(555) 123-4567', '100200300'));
  writeFileSync(join(cwd, 'clear.csv'), header('customer_id') + rows('13912345678'));
  for (const file of ['phones.csv', 'ids.csv']) expect((await tenure(['import', 'purchases', file, '--currency', 'EUR'], { cwd })).exitCode).toBe(0);
});
afterAll(async () => {
  await engine.stop();
  removeTemporaryFolders();
});

const resolved = async (body: object) => {
  const { json } = await engine.client.ask('/v1/customers/resolve', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (json() as { customerId: string }).customerId;
};

it.each(['13812345678', '138-1234-5678', '01701234567', '0170/1234567', 'Ada <ADA@mail.com>', 'ada@mail.com', 'ben@mail.com', '(555) 123-4567', '100200300'])(
  'whoever is called %s',
  async (typed) => {
    const { exitCode, stdout } = await tenure(['customer', typed, '--json'], { cwd });
    expect(exitCode).toBe(0);
    const { customerId } = JSON.parse(stdout) as { customerId: string };
    expect(customerId).toMatch(typed === '100200300' ? /^100200300$/ : /^c-[a-z2-7]{20}$/);
    expect(await resolved({ value: typed })).toBe(customerId);
  },
);

it('no event has the value outside of what is personal', async () => {
  const text = JSON.stringify(await engine.client.events(), (name, value: unknown) => (name === 'personal' ? undefined : value));
  expect(text).toContain('100200300');
  expect(text).not.toMatch(/mail\.com|1234-?567|0170/);
});

it('a column of numbers that may be meant for telephones is warned of, with the remedy', async () => {
  const { stderr } = await tenure(['import', 'purchases', 'clear.csv', '--currency', 'EUR', '--dry-run'], { cwd });
  expect(stderr).toMatch(/1 row has a customer id like a telephone number, e\.g\. "13912345678".*--map phone=customer_id/s);
});
