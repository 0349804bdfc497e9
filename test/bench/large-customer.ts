import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { median, quantile } from './alternate-rounds.js';
import type { Benchmark, Row, Surroundings } from './benchmark.js';
import { type EngineProcess, startEngineProcess } from './engine-process.js';
import { generatedOptions, runImport } from './import-run.js';
import { customerIdOf, writePurchasesFile } from './purchases-file.js';
import { registerCustomers } from './register-customers.js';

const ROWS = 200_000;
const COMMANDS = 1_000;
const STARTS = 5;
const LARGE = customerIdOf(0);
/** The id that `registerCustomers` assigns. */
const SMALL = 'c0';

/** One customer with 200,000 events, as for an account that all anonymous sales are booked on: commands on it, and an import for it. */
export const largeCustomer: Benchmark = {
  name: 'large-customer',
  async run(surroundings) {
    const { folder, say } = surroundings;
    say(`importing ${ROWS.toLocaleString('en')} rows of one customer, and of 40,000`);
    const one = await writePurchasesFile(join(folder, 'one-customer.csv'), ROWS, 1);
    const many = await writePurchasesFile(join(folder, 'many-customers.csv'), ROWS, 40_000);
    const ofMany = await runImport(surroundings, many.path, generatedOptions, { readModels: false });
    const ofOne = await runImport(surroundings, one.path, generatedOptions, { readModels: false });
    return [importRow(ofOne.importSeconds, ofMany.importSeconds), ...(await commandRows(surroundings, ofOne.data))];
  },
};

function importRow(ofOne: number, ofMany: number): Row {
  return {
    what: `import of ${ROWS.toLocaleString('en')} rows of one customer; floor: as many rows of 40,000 customers`,
    unit: 'rows/s',
    ours: ROWS / ofOne,
    floor: ROWS / ofMany,
    ratio: ofMany / ofOne,
    budget: null,
    notes: ['while the read models followed'],
    samples: { ours: [ROWS / ofOne], floor: [ROWS / ofMany] },
  };
}

async function commandRows(surroundings: Surroundings, data: string): Promise<Row[]> {
  const { say } = surroundings;
  const cold: number[] = [];
  let warm: { readonly large: number[]; readonly small: number[] } = { large: [], small: [] };
  for (let start = 0; start < STARTS; start++) {
    say(`cold command ${start + 1} of ${STARTS}`);
    const engine = await startEngineProcess(surroundings, data);
    if (start === 0) await registerCustomers(engine.client, 1);
    await purchases(engine, SMALL, 200);
    cold.push(...(await purchases(engine, LARGE, 1)));
    if (start === STARTS - 1) {
      say(`${COMMANDS} warm commands`);
      await engine.caughtUp();
      warm = { large: await purchases(engine, LARGE, COMMANDS), small: await purchases(engine, SMALL, COMMANDS) };
    }
    await engine.stop();
  }
  say('a cold command without a snapshot');
  rmSync(join(data, 'snapshots.db'));
  const { first, others } = await withoutSnapshot(surroundings, data);
  return [
    row('a command on a customer with 200,000 events, warm; floor: on a small one', 5, warm.large, warm.small, [
      `p99 ${quantile(warm.large, 0.99).toFixed(1)} ms, of the small customer ${quantile(warm.small, 0.99).toFixed(1)} ms`,
    ]),
    row('the same, the first after a start', 100, cold, null, [
      `without a snapshot ${first.toFixed(0)} ms; commands on another customer meanwhile: p50 ${median(others).toFixed(1)} ms, worst ${Math.max(...others).toFixed(1)} ms`,
    ]),
  ];
}

async function withoutSnapshot(surroundings: Surroundings, data: string): Promise<{ first: number; others: number[] }> {
  const engine = await startEngineProcess(surroundings, data);
  await purchases(engine, SMALL, 200);
  let done = false;
  const loading = purchases(engine, LARGE, 1).finally(() => {
    done = true;
  });
  const others: number[] = [];
  while (!done) {
    others.push(...(await purchases(engine, SMALL, 1)));
    await delay(2);
  }
  const [first] = await loading;
  await engine.stop();
  return { first: first!, others };
}

let sent = 0;

/** Sequential; milliseconds of each. */
async function purchases({ url, token }: EngineProcess, customerId: string, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    sent += 1;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': `large-${Date.now()}-${sent}` };
    const body = JSON.stringify({ customerId, amount: { minor: 100 + (sent % 9_000), currency: 'USD' } });
    const begun = performance.now();
    const answer = await fetch(`${url}/v1/commands/RecordPurchase`, { method: 'POST', headers, body });
    const text = await answer.text();
    times.push(performance.now() - begun);
    if (answer.status !== 201) throw new Error(`A purchase was answered ${answer.status}: ${text}`);
  }
  return times;
}

function row(what: string, most: number, ours: readonly number[], floor: readonly number[] | null, notes: readonly string[]): Row {
  return {
    what,
    unit: 'ms',
    ours: median(ours),
    floor: floor && median(floor),
    ratio: floor && median(floor) / median(ours),
    budget: { oursAtMost: most },
    notes,
    samples: { ours, floor: floor ?? [] },
  };
}
