// Loaded before the program (`--import`): kills the process, as a power cut does, just before its nth rename, removal, link or chmod of a file.
import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const last = Number(process.env['TENURE_TEST_KILL_AT']);
/** Shared by the threads of the process. */
const countFile = process.env['TENURE_TEST_KILL_COUNT']!;
const folder = process.env['TENURE_TEST_KILL_IN']!;
const { readFileSync, writeFileSync } = fs;

const changes = ['renameSync', 'rmSync', 'linkSync', 'unlinkSync', 'chmodSync'] as const;
for (const name of changes) fs[name] = killing(fs[name]) as never;
fsPromises.rename = killing(fsPromises.rename);
syncBuiltinESMExports();

function killing<Change extends (...parameters: never[]) => unknown>(change: Change): Change {
  return ((...parameters: never[]) => {
    if (String(parameters[0]).startsWith(folder)) countStep();
    return change(...parameters);
  }) as Change;
}

function countStep(): void {
  const step = Number(readFileSync(countFile, 'utf8')) + 1;
  writeFileSync(countFile, String(step));
  if (step === last) process.kill(process.pid, 'SIGKILL');
}
