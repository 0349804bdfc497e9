// `npm run golden`: writes the missing samples of `libs/customer/*/samples.ts`: of events, and of the states from which snapshots are made.
// An existing sample is never rewritten: a recorded event is read for ever.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addMissing } from './add-missing.mjs';
import { build } from './build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
await build();
const { recordedToday } = await import('../libs/customer/dist/golden/recorded-today.js');
const { statesToday } = await import('../libs/customer/dist/golden/states-today.js');
let refused = false;

const folder = join(root, 'libs/customer/golden');
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
function writeJson(file, value) {
  writeFileSync(file, JSON.stringify(value, null, 2));
  execFileSync(join(root, 'node_modules/.bin/biome'), ['format', '--write', '--log-level=warn', file]);
}
const samples = Object.fromEntries(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file, readJson(join(folder, file))]),
);
const events = addMissing(samples, recordedToday());
for (const file of events.added) writeJson(join(folder, file), events.whole[file]);
say(events, 'sample', 'what was recorded is read for ever. Give the event another version, or let the sample say what it said.');

const statesFile = join(root, 'libs/customer/state-version.json');
const [known, today] = [readJson(statesFile), statesToday()];
const states = addMissing(known.fold === today.fold ? known.byEvent : {}, today.byEvent);
if (states.added.length > 0) writeJson(statesFile, { fold: today.fold, byEvent: states.whole });
say(states, 'state after', 'states that are kept would be taken for what they are not. Raise FOLD in libs/customer/state-version.ts.');
process.exit(refused ? 1 : 0);

function say({ added, changed }, what, why) {
  for (const name of added) console.log(`${what} ${name}: written`);
  for (const name of changed) console.error(`${what} ${name}: would change, but ${why}`);
  refused ||= changed.length > 0;
}
