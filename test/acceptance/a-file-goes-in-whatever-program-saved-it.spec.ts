import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

let engine: EngineProcess;
let cwd: string;
beforeAll(async () => {
  cwd = temporaryFolder();
  engine = await EngineProcess.start({ data: join(cwd, 'data') });
});
afterAll(async () => {
  await engine.stop();
  removeTemporaryFolders();
});

interface Result {
  readonly accepted: number;
  readonly rejected: number;
  readonly customers: number;
  readonly encoding: string;
  readonly unusedColumns: readonly string[];
  readonly warnings: readonly { readonly code: string }[];
}

/** Imports a file with these bytes; the ids of each file differ from those of the others. */
async function importing(name: string, content: string | Buffer, ...options: string[]) {
  writeFileSync(join(cwd, name), content);
  const { exitCode, stdout, stderr } = await tenure(['import', 'purchases', name, '--currency', 'EUR', '--json', ...options], { cwd });
  return { exitCode, stderr, result: stdout === '' ? null : (JSON.parse(stdout) as Result) };
}

const header = 'customer_id;occurred_at;amount;product\n';
const german = (id: string) => `${header}${id}1;2026-01-02;1;Größe für Jäger\n${id}2;2026-01-03;2;Weißbrot\n`;

it.each<[string, string | Buffer, object]>([
  ['excel-de.csv', Buffer.from(german('D'), 'latin1'), { encoding: 'windows-1252' }],
  ['notepad.csv', Buffer.from(`\uFEFF${german('N')}`, 'utf16le'), { encoding: 'utf-16le' }],
  ['mac.csv', german('M').replaceAll('\n', '\r'), { encoding: 'utf-8' }],
  ['packed.csv.gz', gzipSync(german('P')), { encoding: 'utf-8' }],
  ['sep.csv', `sep=;\r\n${german('S').replaceAll('\n', '\r\n')}`, { encoding: 'utf-8' }],
  ['titled.csv', `Umsätze im Januar\n\n${german('T')}`, { encoding: 'utf-8' }],
])('%s', async (name, content, about) => {
  const { exitCode, result } = await importing(name, content);
  expect(exitCode).toBe(0);
  expect(result).toMatchObject({ accepted: 2, rejected: 0, customers: 2, ...about });
  const id = name.charAt(0).toUpperCase() === 'E' ? 'D1' : `${name.charAt(0).toUpperCase()}1`;
  const { json } = await engine.client.ask(`/v1/customers/${id}/events`);
  expect(JSON.stringify(json())).toContain('Größe für Jäger');
});

it('a guess is said on the screen, and so are columns that are not used', async () => {
  writeFileSync(join(cwd, 'said.csv'), Buffer.from(german('G').replace('product', 'Farbe'), 'latin1'));
  const { stderr } = await tenure(['import', 'purchases', 'said.csv', '--currency', 'EUR', '--dry-run'], { cwd });
  expect(stderr).toContain('read as windows-1252 (guessed from "Größe"): --encoding says otherwise');
  expect(stderr).toContain('Columns that are not used: Farbe.');
});

it('a header that one word does not tell is refused with what it may be, and taken when told', async () => {
  const text = Buffer.from('customer_id,occurred_at,amount,Gr\xf6\xdfe\nH1,2026-01-02,10,x\n', 'latin1');
  const { exitCode, stderr } = await importing('word.csv', text);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/line 1 is not valid UTF-8.*--encoding windows-1252/);
  expect((await importing('word.csv', text, '--encoding', 'cp1252')).result).toMatchObject({ accepted: 1, unusedColumns: ['Größe'] });
});

it('invisible characters make no twins, and other spellings are warned of', async () => {
  const rows = ['I7', 'I7\u200b', '\u200eI7', 'i7'].map((id, at) => `${id};2026-01-0${at + 1};10;x\n`);
  const { result } = await importing('ids.csv', header + rows.join(''));
  expect(result).toMatchObject({ accepted: 4, customers: 2 });
  expect(result?.warnings.map(({ code }) => code)).toEqual(['invisible-characters-around-id', 'ids-that-differ-in-case-or-form']);
});

it('an old workbook is refused by its name', async () => {
  const { exitCode, stderr } = await importing('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  expect([exitCode, stderr]).toEqual([1, expect.stringContaining('old Excel workbook (.xls)')]);
});
