import type { Schemas } from '@tenure/client/browser';
import { errorsFile, mostKept, nothingYet, withLine } from './report.js';

const source = { type: 'source', errorsHeader: 'a,import_line' } as Schemas['ImportSource'];
const rejected = (line: number) => ({ type: 'rejected', line, errorsLine: `x,${line}` }) as Schemas['ImportRejection'];

it('lines add up to a report', () => {
  const lines = [
    source,
    { type: 'progress', bytes: 70, rows: 2, rejected: 1 },
    rejected(3),
    { type: 'result', read: 4, rejected: 1, accepted: 3 } as Schemas['ImportResult'],
  ] as const;
  const report = lines.reduce(withLine, nothingYet());
  expect(report).toMatchObject({ source, bytes: 70, rows: 4, rejectedRows: 1, result: { accepted: 3 }, failure: null });
  expect(errorsFile(report)).toBe('a,import_line\nx,3\n');
});

it('of very many rejected rows the first are kept and all are counted', () => {
  let report = nothingYet();
  for (let line = 1; line <= mostKept + 5; line += 1) report = withLine(report, rejected(line));
  expect([report.rejected.length, report.rejectedRows]).toEqual([mostKept, mostKept + 5]);
});

it('a failure is the last word', () => {
  const failed = { type: 'failed', problem: { detail: 'the disk is full' } } as Schemas['ImportFailure'];
  expect(withLine(nothingYet(), failed)).toMatchObject({ failure: 'the disk is full', result: null });
});
