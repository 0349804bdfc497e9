import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Benchmark, isWithin, type Row, type Surroundings } from './benchmark.js';
import { bulkImport } from './bulk-import.js';
import { costAtSize } from './cost-at-size.js';
import { customerQuery } from './customer-query.js';
import { distributedConsumer } from './distributed-consumer.js';
import { distributedCosts } from './distributed-costs.js';
import { distributedProjector } from './distributed-projector.js';
import { distributedReadYourWrites } from './distributed-read-your-writes.js';
import { distributedRelay } from './distributed-relay.js';
import { fileToReadModels } from './file-to-read-models.js';
import { idleReadModels } from './idle-read-models.js';
import { largeCustomer } from './large-customer.js';
import { Logs } from './logs.js';
import { describeMachine } from './machine.js';
import { millionCustomers } from './million-customers.js';
import { modelFit } from './model-fit.js';
import { rebuild } from './rebuild.js';
import { machineText, rowsText } from './report.js';
import { retentionScan } from './retention-scan.js';
import { scaling } from './scaling/scaling.js';
import { sealedAppend } from './sealed-append.js';
import { singleCommands } from './single-commands.js';

/** In this order each benchmark finds the logs that it needs already made. */
const embedded: readonly Benchmark[] = [
  modelFit,
  millionCustomers,
  singleCommands,
  fileToReadModels,
  bulkImport,
  sealedAppend,
  idleReadModels,
  rebuild,
  customerQuery,
  retentionScan,
  costAtSize,
  largeCustomer,
];
/** On servers of their own, which need Java: run on request only. */
const distributed: readonly Benchmark[] = [distributedRelay, distributedConsumer, distributedProjector, distributedReadYourWrites, distributedCosts];
/** Calculated from other benchmarks' measurements: by name only. */
const simulated: readonly Benchmark[] = [scaling];
const benchmarks = [...embedded, ...distributed, ...simulated];

const { values: options, positionals: names } = readArguments();

const unknown = names.find((name) => !benchmarks.some((each) => each.name === name));
if (unknown !== undefined) {
  console.error(`There is no benchmark "${unknown}". There are: ${benchmarks.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const chosen = names.length > 0 ? benchmarks.filter(({ name }) => names.includes(name)) : options.distributed ? distributed : embedded;
if (chosen === embedded) console.error('Rows of the distributed profile are left out: they need Java. Ask for them with --distributed.');

const folder = mkdtempSync(join(resolve(options.folder), 'tenure-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

const out = resolve(options.out ?? join(tmpdir(), `tenure-bench-${new Date().toISOString().replaceAll(':', '')}.json`));
const cdnow = join(process.env.TENURE_TEST_DATA ?? join(process.cwd(), '../shared/data'), 'CDNOW_master.txt');
const surroundings: Surroundings = {
  folder,
  large: options.large,
  cdnow: existsSync(cdnow) ? resolve(cdnow) : null,
  logs: new Logs(() => surroundings),
  profiles: options.profiles === undefined ? null : resolve(options.profiles),
  costs: resolve(options.costs ?? out.replace(/(\.json)?$/, '.costs.json')),
  say: (progress) => console.error(`  ${progress} ...`),
};
if (surroundings.profiles) mkdirSync(surroundings.profiles, { recursive: true });
if (!surroundings.cdnow) console.error(`CDNOW_master.txt is not there: rows that need it are left out. Name its folder with TENURE_TEST_DATA.`);

const started = performance.now();
const machine = await describeMachine(folder);
if (!options.json) console.log(`${machineText(machine)}\n`);

const rows: Row[] = [];
const failures: Array<{ benchmark: string; reason: string }> = [];
for (const { name, run } of chosen) {
  console.error(name);
  try {
    rows.push(...(await run(surroundings)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    failures.push({ benchmark: name, reason });
    console.error(`${name} could not be measured: ${reason}`);
  }
}

const result = { machine, seconds: (performance.now() - started) / 1000, rows: rows.map((row) => ({ ...row, within: isWithin(row) })), failures };
writeFileSync(out, `${JSON.stringify(result, null, 2)}\n`);
if (options.json) console.log(JSON.stringify(result));
else console.log(`${rowsText(rows)}\n\nMeasured in ${Math.round(result.seconds)} s. Every sample: ${out}`);

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        large: { type: 'boolean', default: false },
        /** The benchmarks of the distributed profile instead, on servers started for them; needs Java. */
        distributed: { type: 'boolean', default: false },
        /** File for the raw samples. */
        out: { type: 'string' },
        /** File for the costs of `distributed-costs`; by default beside the samples. */
        costs: { type: 'string' },
        /** The disk to measure on. */
        folder: { type: 'string', default: tmpdir() },
        /** Leaves CPU profiles of the engines there; the figures are then less accurate. */
        profiles: { type: 'string' },
      },
    });
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
}
