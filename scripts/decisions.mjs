// `node scripts/decisions.mjs`: writes docs/decisions/README.md from the decisions beside it. `--check` only compares.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs/decisions');
const index = join(folder, 'README.md');
const parts = ['## Context', '## Decision', '## Consequence'];
const faults = [];

const rows = readdirSync(folder)
  .filter((name) => name !== 'README.md')
  .sort()
  .map(rowOf);
const text = `# Decisions

What was decided, and why.
A decision is written before or with the change that follows it, and has a context, a decision and a consequence.
While its release is not out, a decision whose facts change is corrected in place.
Later a new one replaces it, and both say so.
This list is written by \`node scripts/decisions.mjs\`.

| number | decision | date | status |
| ------ | -------- | ---- | ------ |
${rows.join('\n')}
`;

if (!process.argv.includes('--check')) writeFileSync(index, text);
else if (!existsSync(index) || readFileSync(index, 'utf8') !== text)
  faults.push('docs/decisions/README.md is not the list of the decisions: run node scripts/decisions.mjs');
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);

/** A decision begins `# 7. Title`, an empty line, `2026-11-22, accepted`. */
function rowOf(name) {
  const decision = readFileSync(join(folder, name), 'utf8');
  const [, number, title] = /^# (\d+)\. (.+)$/m.exec(decision) ?? [];
  const [, date, status] = /^# .+\n\n(\d{4}-\d\d-\d\d), ((?:proposed|accepted|replaced by decision \d+).*)\n\n/.exec(decision) ?? [];
  const fault = (reason) => faults.push(`docs/decisions/${name}: ${reason}`);
  if (number === undefined || Number(name.slice(0, 4)) !== Number(number)) fault(`the first line has to be "# ${Number(name.slice(0, 4))}. Title"`);
  if (date === undefined) fault('below the title there has to be its date and status, as "2026-11-22, accepted"');
  for (const part of parts) if (!decision.includes(`\n\n${part}\n\n`)) fault(`the part "${part}" is missing`);
  return `| ${Number(name.slice(0, 4))} | [${title}](${name}) | ${date} | ${status} |`;
}
