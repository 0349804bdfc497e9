// `node scripts/dependencies.mjs [--out FILE]`: Tenure's dependencies (CycloneDX), their licences, and their known vulnerabilities.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const npm = (...args) => spawnSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });

/** Licences that allow use, change and redistribution with no duty but to name them. */
const allowed = /^(MIT|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|CC0-1\.0|Python-2\.0|Unlicense|\((?=.*\b(MIT|Apache-2\.0)\b)(?!.* AND ).*\))$/;

const { stdout, stderr, status } = npm('sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only');
if (status !== 0) fail(`npm sbom failed: ${stderr}`);
const inventory = JSON.parse(stdout);
const out = process.argv[process.argv.indexOf('--out') + 1];
if (process.argv.includes('--out')) writeFileSync(out, stdout);

const isOwn = ({ properties = [] }) => properties.some(({ name, value }) => name === 'cdx:npm:package:private' && value === 'true');
const others = inventory.components.filter((component) => !isOwn(component));
const licencesOf = ({ licenses = [] }) => licenses.map(({ license, expression }) => expression ?? license.id ?? license.name);
const wrong = others.filter((component) => licencesOf(component).length === 0 || !licencesOf(component).every((licence) => allowed.test(licence)));
if (wrong.length > 0) fail(`licences to look at: ${wrong.map((each) => `${each.name} (${licencesOf(each).join(', ') || 'none'})`).join(', ')}`);
const unproven = others.filter(({ hashes = [] }) => hashes.length === 0);
if (unproven.length > 0) fail(`without a hash in the lockfile: ${unproven.map(({ name }) => name).join(', ')}`);
console.log(`${others.length} packages at run time, each with a hash and a licence that allows its use`);

const audit = npm('audit', '--omit', 'dev', '--audit-level', 'high', '--json');
const found = parsed(audit.stdout);
if (found?.auditReportVersion === undefined) console.log('Known weaknesses: NOT LOOKED UP, this registry does not answer the question.');
else if (audit.status !== 0) fail(`known weaknesses: ${Object.keys(found.vulnerabilities).join(', ')}; npm audit says more`);
else console.log('No known weakness of high or critical severity.');

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null; // some registries answer with a page
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
