import { ErrorsFile } from './errors-file.js';
import { followImport } from './follow-import.js';
import type { ImportLine } from './import-line.js';

const follow = (...lines: ImportLine[]) =>
  followImport(
    (async function* () {
      yield* lines;
    })(),
    { total: 0, rejected: new ErrorsFile(null, null), note: () => {}, signal: new AbortController().signal },
  );

const source: ImportLine = { type: 'source', format: 'csv', errorsHeader: null, notes: [], unusedColumns: [] };

it('an import that failed on the way says what failed, and that it goes on when run again', async () => {
  const failed = follow(source, { type: 'failed', problem: { detail: 'The log does not answer.' } });
  await expect(failed).rejects.toThrow('The import was cut short: The log does not answer. What was read is recorded; run the same import again');
});

it('an answer without a result is no result', async () => {
  await expect(follow(source)).rejects.toThrow('the engine ended without a result');
});
