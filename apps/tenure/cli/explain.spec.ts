import { ProblemError, Unreachable } from '@tenure/client';
import { explain } from './explain.js';
import { Refused, WrongUsage } from './wrong-usage.js';

const problem = (status: number, code: string, detail: string, errors: { pointer: string; code: string; detail: string }[] = []) =>
  new ProblemError(status, code, detail, errors, false, 'r1');

it('wrong usage is exit 2, with the nearest word, or with all of them', async () => {
  const known = ['csv', 'ndjson'];
  expect(await explain(new WrongUsage('No.', { word: 'cvs', known }), 'export')).toEqual({
    exitCode: 2,
    lines: ['No. Did you mean csv?', 'See tenure export --help.'],
  });
  expect((await explain(new WrongUsage('No.', { word: 'parquet', known }), null)).lines).toEqual(['No. There are: csv, ndjson.', 'See tenure --help.']);
});

it.each([
  [400, 'invalid-parameter', '/timezone', 2],
  [400, 'not-text', '/file', 1],
  [404, 'command-unknown', '/name', 2],
  [404, 'customer-unknown', '/customerId', 1],
  [422, 'order-id-used', '/orderId', 1],
  [503, 'log-disk-full', '/', 1],
])('a problem of status %i %s at %s is exit %i', async (status, code, pointer, exitCode) => {
  expect(await explain(problem(status, code, 'd', [{ pointer, code, detail: 'd' }]), 'x')).toMatchObject({ exitCode });
});

it('faults are named by field, and not said twice', async () => {
  const errors = [
    { pointer: '/amount/minor', code: 'c', detail: 'must be whole' },
    { pointer: '/amont', code: 'c', detail: 'there is no amont' },
  ];
  expect((await explain(problem(400, 'invalid-body', 'RecordPurchase: must be whole (and 1 more)', errors), null)).lines).toEqual([
    'RecordPurchase: must be whole (and 1 more)',
    '  amont: there is no amont',
  ]);
});

it('settings are told line by line and are exit 2', async () => {
  const error = Object.assign(new Error('x'), { name: 'SettingsError', problems: [{ key: 'TENURE_PROT', detail: 'Did you mean TENURE_PORT?' }] });
  expect(await explain(error, 'start')).toEqual({ exitCode: 2, lines: ['TENURE_PROT: Did you mean TENURE_PORT?'] });
});

it.each([
  [{ code: 'EADDRINUSE', port: 7070 }, 'Port 7070 is taken'],
  [{ code: 'EACCES', port: 80 }, 'may not listen on port 80'],
  [{ code: 'ENOENT', path: 'x.csv' }, 'There is no x.csv'],
  [{ code: 'ENOSPC' }, 'The disk is full. Make room, then run the command again.'],
  [{ code: 'SQLITE_FULL' }, 'The disk is full. Make room'],
  [{ code: 'SQLITE_IOERR_WRITE' }, 'The disk fails (SQLITE_IOERR_WRITE: raw). Check the disk'],
  [{ code: 'EROFS', path: '/ro' }, 'can only be read'],
])('%o becomes a sentence with a remedy', async (fields, sentence) => {
  const { exitCode, lines } = await explain(Object.assign(new Error('raw'), fields), 'start');
  expect(exitCode).toBe(1);
  expect(lines.join('\n')).toContain(sentence);
});

it('what is no Error is told by its message, where it has one', async () => {
  expect((await explain({ message: 'database disk image is malformed', code: 'SQLITE_CORRUPT' }, 'start')).lines).toEqual([
    'Tenure failed: database disk image is malformed',
  ]);
  expect((await explain('text', null)).lines).toEqual(['Tenure failed: text']);
});

it('no stack trace, whatever happens', async () => {
  for (const error of [new TypeError('x is not a function'), new Refused('no'), new Unreachable('http://x', 'refused'), 'text', undefined]) {
    const { exitCode, lines } = await explain(error, null);
    expect(exitCode).toBe(1);
    expect(lines.join('\n')).not.toMatch(/^\s+at /m);
  }
});
