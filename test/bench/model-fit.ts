import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PurchaseStatistics, purchaseStatistics, type RepeatSpend } from '@tenure/models';
import { median } from './alternate-rounds.js';
import type { Benchmark, Row } from './benchmark.js';
import { type LifetimesTimes, measureLifetimes } from './measure-lifetimes.js';
import { startProcess } from './own-process.js';

/** BG/NBD, Gamma-Gamma and Pareto/NBD of Python's lifetimes 0.11.3 on the same customers, measured on this class of machine. */
const LIFETIMES: LifetimesTimes = { purchases: 343, spend: 141, pareto: 6_587 };
const PROCESSES = 3;
const WARM = 20;
const DAY = 86_400_000;

interface Times {
  readonly purchases: number;
  readonly spend: number;
  readonly pareto: number;
  /** BG/NBD on every tenth customer. */
  readonly tenth: number;
}

/** BG/NBD with Gamma-Gamma, and Pareto/NBD, on CDNOW master, from statistics in memory to parameters with standard errors. */
export const modelFit: Benchmark = {
  name: 'model-fit',
  async run({ cdnow, folder, say }) {
    if (!cdnow) return [];
    const file = join(folder, 'statistics.json');
    const customers = readCdnow(cdnow);
    writeFileSync(file, JSON.stringify(customers));
    const cold: Times[] = [];
    const warm: Times[] = [];
    for (let i = 0; i < PROCESSES; i++) {
      const process = startProcess(fileURLToPath(new URL('./model-fit.main.js', import.meta.url)), [file, String(WARM)], { cwd: folder });
      const answer = await process.answer<{ cold: Times; warm: Times[] }>();
      cold.push(answer.cold);
      warm.push(...answer.warm);
      await process.stop();
    }
    say('looking for Python with lifetimes');
    const measured = await measureLifetimes(file);
    const floor = measured ?? LIFETIMES;
    const from = measured ? 'measured now' : '343 + 141 and 6,587 ms, measured before on this class of machine; not importable here';
    return [
      row('warm', warm, floor, from, true),
      row('cold, first in its process', cold, floor, from, false),
      paretoRow('warm', warm, floor, from, true),
      paretoRow('cold', cold, floor, from, false),
      tenthRow(warm),
    ];
  },
};

function row(state: string, times: readonly Times[], { purchases, spend }: LifetimesTimes, from: string, budgeted: boolean): Row {
  const samples = times.map((each) => each.purchases + each.spend);
  const ours = median(samples);
  const floor = purchases + spend;
  return {
    what: `BG/NBD + Gamma-Gamma fit, CDNOW master, ${state}; floor: Python lifetimes`,
    unit: 'ms',
    ours,
    floor,
    ratio: floor / ours,
    budget: budgeted ? { ratioAtLeast: 50 } : null,
    notes: [
      `BG/NBD ${median(times.map((each) => each.purchases)).toFixed(1)} ms, Gamma-Gamma ${median(times.map((each) => each.spend)).toFixed(1)} ms; fastest together ${Math.min(...samples).toFixed(1)} ms; lifetimes ${from}`,
    ],
    samples: { ours: samples, floor: [floor] },
  };
}

function paretoRow(state: string, times: readonly Times[], { pareto: floor }: LifetimesTimes, from: string, budgeted: boolean): Row {
  const samples = times.map(({ pareto }) => pareto);
  const ours = median(samples);
  return {
    what: `Pareto/NBD fit, CDNOW master, ${state}; floor: Python lifetimes`,
    unit: 'ms',
    ours,
    floor,
    ratio: floor / ours,
    budget: budgeted ? { ratioAtLeast: 50 } : null,
    notes: [`fastest ${Math.min(...samples).toFixed(1)} ms; lifetimes ${from}`],
    samples: { ours: samples, floor: [floor] },
  };
}

function tenthRow(times: readonly Times[]): Row {
  const samples = times.map(({ tenth }) => tenth);
  return {
    what: 'BG/NBD fit, a tenth of CDNOW, warm',
    unit: 'ms',
    ours: median(samples),
    floor: null,
    ratio: null,
    budget: { oursAtMost: 3 },
    notes: [`fastest ${Math.min(...samples).toFixed(2)} ms`],
    samples: { ours: samples, floor: [] },
  };
}

/** Statistics of every customer as of the last day of the file. */
function readCdnow(path: string): { statistics: PurchaseStatistics[]; spend: RepeatSpend[] } {
  const byCustomer = new Map<string, Map<number, number>>();
  let last = 0;
  for (const line of readFileSync(path, 'latin1').split('\n').slice(1)) {
    const [id, date, , dollars] = line.trim().split(/\s+/);
    if (!id || !date) continue;
    const day = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6, 8))) / DAY;
    last = Math.max(last, day);
    const days = byCustomer.get(id) ?? new Map<number, number>();
    days.set(day, (days.get(day) ?? 0) + Math.round(Number(dollars) * 100));
    byCustomer.set(id, days);
  }
  const statistics: PurchaseStatistics[] = [];
  const spend: RepeatSpend[] = [];
  for (const days of byCustomer.values()) {
    const ordered = [...days].sort(([a], [b]) => a - b);
    const found = purchaseStatistics(
      ordered.map(([day]) => day),
      last,
    )!;
    statistics.push(found);
    spend.push({ x: found.x, repeatMinor: ordered.slice(1).reduce((sum, [, minor]) => sum + minor, 0) });
  }
  return { statistics, spend };
}
