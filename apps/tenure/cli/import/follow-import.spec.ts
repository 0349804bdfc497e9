import { ErrorsFile } from './errors-file.js';
import { followImport, type ImportAnswerLine } from './follow-import.js';

const follow = (...lines: ImportAnswerLine[]) =>
  followImport(
    (async function* () {
      yield* lines;
    })(),
    { total: 0, rejected: new ErrorsFile(null, null), note: () => {}, signal: new AbortController().signal },
  );

const source: ImportAnswerLine = {
  type: 'source',
  importId: '01a226e0-1ed6-7204-a685-714cf81c6f6d',
  format: 'csv',
  encoding: 'utf-8',
  notes: [],
  delimiter: ',',
  columns: null,
  unusedColumns: [],
  mapping: {},
  preset: null,
  recognised: [],
  understood: {},
  errorsHeader: null,
};

const problem = {
  type: 'about:blank',
  title: 'Unavailable',
  status: 503,
  detail: 'The log does not answer.',
  code: 'log-unreachable',
  errors: [],
  requestId: '1',
  retryable: true,
};

it('an import that failed on the way says what failed, and that it goes on when run again', async () => {
  const failed = follow(source, { type: 'failed', problem });
  await expect(failed).rejects.toThrow('The import was cut short: The log does not answer. What was read is recorded; run the same import again');
});

it('an answer without a result is no result', async () => {
  await expect(follow(source)).rejects.toThrow('the engine ended without a result');
});
