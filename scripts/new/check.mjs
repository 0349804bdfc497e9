// `node scripts/new/check.mjs`: makes one part of each kind by `npm run new` in a copy of this repository, and runs the checks there.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../build.mjs';
import { install } from '../install.mjs';

const made = [
  ['aspect', 'referrals', 'referral'],
  ['aspect', 'housecalls', 'house-call'],
  ['command', 'complaints', 'EscalateComplaint', 'ComplaintEscalated'],
  ['command', 'referrals', 'PraiseReferral', 'ReferralPraised'],
  ['read-model', 'visit-frequency', '--reads', 'VisitRecorded'],
  ['query', 'visit-frequency', 'reach'],
  ['query', 'complaints', 'backlog'],
];
const refused = [
  [[], 'Say what is new:'],
  [['aspect', 'referrals', 'referral'], 'There is an aspect referrals already.'],
  [['aspect', 'house-calls', 'house-call'], 'An aspect is called by one word'],
  [['aspect', 'calls', 'visit'], 'There is a command RecordVisit already.'],
  [['command', 'complaint', 'CloseComplaint', 'ComplaintClosed'], 'There is no aspect "complaint": identity,'],
  [['command', 'complaints', 'escalate', 'ComplaintClosed'], 'A command is written as EscalateComplaint'],
  [['command', 'complaints', 'CloseComplaint', 'ComplaintVoided'], 'There is an event ComplaintVoided already'],
  [['read-model', 'Visit Frequency', '--reads', 'VisitRecorded'], 'is written as visit-frequency'],
  [['read-model', 'retention', '--reads', 'VisitRecorded'], 'There is a read model retention already.'],
  [['read-model', 'visits', '--reads', 'VisitRecored'], 'There is no event "VisitRecored": --reads, of'],
  [['query', 'complaint', 'backlog'], 'There is no read model "complaint"'],
  [['query', 'complaints', 'backlog'], 'projections/complaints/backlog-query.ts is there already'],
];
const checks = [
  ['npm', 'run', '--silent', 'types'],
  ['npm', 'run', '--silent', 'lint'],
  ['node', 'scripts/openapi.mjs', '--check'],
  [
    'npm',
    'test',
    '--silent',
    '--',
    'projections/',
    'libs/customer/',
    'test/workshop/contributing-names-what-is-there.spec.ts',
    'test/acceptance/every-answer-is-as-openapi-declares-it.spec.ts',
  ],
];

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
install();
await build();
const copy = mkdtempSync(join(tmpdir(), 'tenure-new-'));
try {
  copyTo(copy);
  for (const words of made) run(['npm', 'run', '--silent', 'new', '--', ...words]);
  for (const [words, sentence] of refused) refuses(words, sentence);
  for (const check of checks) run(check);
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** Copies the files that git knows, as they are on disk, and links the packages; workspace packages are the copy's own. */
function copyTo(folder) {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  for (const file of files.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(root, file), join(folder, file));
  }
  mkdirSync(join(folder, 'node_modules', '@tenure'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '@tenure') symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  for (const name of readdirSync(join(root, 'node_modules', '@tenure'))) {
    symlinkSync(readlinkSync(join(root, 'node_modules', '@tenure', name)), join(folder, 'node_modules', '@tenure', name));
  }
  // Lint asks git for the files.
  for (const words of [
    ['init', '--quiet'],
    ['add', '--all'],
  ])
    execFileSync('git', words, { cwd: folder });
}

function run([command, ...words]) {
  console.log(`== ${[command, ...words].join(' ')}`);
  const { status } = spawnSync(command, words, { cwd: copy, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${[command, ...words].join(' ')} ended with ${status}.`);
}

function refuses(words, sentence) {
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'new', '--', ...words], { cwd: copy, encoding: 'utf8' });
  if (status !== 2 || !stderr.includes(sentence)) throw new Error(`"npm run new -- ${words.join(' ')}" ended with ${status} and said:\n${stderr}`);
}
