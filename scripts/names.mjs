// Refuses names of files and folders that say nothing of their contents.
import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const EMPTY = /^(?:utils?|helpers?|common|managers?|misc)$/;
const root = dirname(dirname(fileURLToPath(import.meta.url)));

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split('\n');
const faults = files.flatMap((file) => {
  const word = file.split(/[/.-]/).find((each) => EMPTY.test(each));
  return word === undefined ? [] : [`${file}: "${word}" says nothing of what is in it; name it after that`];
});
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
