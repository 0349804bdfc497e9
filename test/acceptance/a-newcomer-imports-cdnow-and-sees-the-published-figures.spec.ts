import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Schemas } from '@tenure/client';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { itDistributed, itEmbedded } from '../engine/profile.js';
import { expectSameAnalysis, modelsAreFitted } from '../engine/same-analysis.js';
import { expectSameExport } from '../engine/same-exports.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { describeWith, testData } from '../engine/test-data.js';

const file = 'CDNOW_master.txt';
const options = { format: 'columns', map: 'customer_id=1,occurred_at=2,quantity=3,amount=4', dateFormat: 'yyyyMMdd', currency: 'USD' };
const mapping = ['--format', options.format, '--map', options.map, '--date-format', options.dateFormat, '--currency', options.currency];
const facts = {
  read: 69_659,
  rejected: 0,
  customers: 23_570,
  amount: [{ minor: 250_031_563, currency: 'USD' }],
  from: '1997-01-01',
  to: '1998-06-30',
};

/** Computed from the file with other tools. */
const retention = {
  '1997-01': [7846, 1157, 964, 810, 679, 736, 720, 582, 559, 594, 673, 634, 528, 511, 664, 472, 497, 498],
  '1997-02': [8476, 1312, 980, 783, 847, 786, 626, 619, 666, 721, 661, 545, 568, 718, 545, 548, 551],
  '1997-03': [7248, 1032, 752, 756, 674, 564, 561, 579, 634, 569, 464, 472, 678, 420, 443, 457],
};
const rolling = { on: [23570, 3088, 2375, 2149, 2110, 2024, 1868], 'on-or-after': [23570, 10325, 9585, 9059, 8605, 8197, 7716] };
/** New, returning, resurrecting, dormant. */
const lifecycle = [
  ['1997-01', 7846, 0, 0, 0],
  ['1997-02', 8476, 1157, 0, 6689],
  ['1997-03', 7248, 1681, 595, 7952],
  ['1997-04', 0, 1773, 1049, 7751],
  ['1997-05', 0, 852, 1362, 1970],
  ['1997-06', 0, 747, 1592, 1467],
];
const fits = {
  'bg-nbd': { parameters: { r: 0.25162396, alpha: 4.78894, a: 0.72343, b: 2.16109 }, logLikelihood: -95368.4439 },
  'mbg-nbd': { parameters: { r: 0.63714, alpha: 7.31029, a: 0.80747, b: 1.22839 }, logLikelihood: -95336.9583 },
  nbd: { parameters: { r: 0.38725, alpha: 12.27123 }, logLikelihood: -96845.3442 },
};

interface Cohort {
  readonly cohort: string;
  readonly size: number;
  readonly cells: ReadonlyArray<{ readonly period: number; readonly count: number } | null>;
}
interface Retention {
  readonly cohorts: readonly Cohort[];
  readonly weightedAverage: ReadonlyArray<{ readonly period: number; readonly count: number; readonly rate: number } | null>;
}
interface Fit {
  readonly parameters: Readonly<Record<string, number>>;
  readonly logLikelihood: number;
  readonly converged: boolean;
  readonly customers: number;
}

describeWith(file, 'a newcomer with CDNOW', () => {
  let cwd: string;
  let engine: EngineProcess;

  const importIt = async () => (await tenure(['import', 'purchases', testData(file), ...mapping, '--json', '--data', join(cwd, 'data')], { cwd })).json();

  beforeAll(async () => {
    cwd = temporaryFolder();
    engine = await EngineProcess.start({ data: join(cwd, 'data') });
  }, 120_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  it('imports every row of the file', async () => {
    expect(await importIt()).toMatchObject({ ...facts, accepted: 69_659, duplicate: 0 });
  }, 300_000);

  // Digits of an engine on servers may differ in the last place.
  itEmbedded(
    'has the figures of an analysis of the same file without an engine',
    async () => {
      const analysed = await tenure(['analyse', testData(file), ...mapping, '--json'], { cwd });
      expect([analysed.exitCode, analysed.stderr]).toEqual([0, '']);
      const analysis = analysed.json<Schemas['Analysis']>();
      expect(analysis.file).toMatchObject({ accepted: 69_659, customers: 23_570, amount: facts.amount });
      expect(analysis).toMatchObject({ present: '1998-06-30', backtest: { at: '1998-04-01', until: '1998-06-30' }, missing: {} });
      await modelsAreFitted(engine.client);
      await expectSameAnalysis(analysis, engine.client);
    },
    300_000,
  );

  it('fits the models at once on all that was imported, and finds the published parameters', async () => {
    for (const [model, expected] of Object.entries(fits)) {
      const fit = await engine.client.post<Fit>(`/v1/models/${model}/fits`, { until: '1997-09-30', unit: 'week' });
      expect(fit).toMatchObject({ converged: true, customers: 23_570 });
      expect(Math.abs(fit.logLikelihood - expected.logLikelihood)).toBeLessThan(1e-4);
      for (const [name, value] of Object.entries(expected.parameters)) expect([name, Math.abs(fit.parameters[name]! / value - 1) < 1e-5]).toEqual([name, true]);
    }
  }, 120_000);

  it('adds nothing by importing the file again', async () => {
    const before = await engine.client.head();
    expect(await importIt()).toMatchObject({ ...facts, accepted: 0, duplicate: 69_659 });
    const events = await engine.client.get<{ items: { type: string }[] }>(`/v1/events?after=${before}`);
    expect(events.items.filter(({ type }) => !type.includes('ModelFitted'))).toEqual([]);
  }, 180_000);

  it('has the sum of all purchases', async () => {
    expect(JSON.stringify(await engine.client.current('/v1/totals'))).toContain('250031563');
  });

  it('sees who came back, month by month', async () => {
    const { cohorts } = await engine.client.current<Retention>('/v1/retention?granularity=month&kind=first-time&mode=on&present=now');
    expect(Object.fromEntries(cohorts.map(({ cohort, cells }) => [cohort, cells.map((cell) => cell?.count)]))).toEqual(retention);
    expect(cohorts.map(({ size }) => size)).toEqual([7846, 8476, 7248]);
    expect(cohorts[0]!.cells[1]).toMatchObject({ period: 1, count: 1157 });
  });

  it.each(Object.entries(rolling))('sees who came back %s a rolling 30 days', async (mode, expected) => {
    const { weightedAverage } = await engine.client.current<Retention>(`/v1/retention?granularity=month&window=rolling&mode=${mode}&present=now`);
    expect(weightedAverage.slice(0, 7).map((cell) => cell?.count)).toEqual(expected);
  });

  it('reads an average that weighs each cohort by its size', async () => {
    const { cohorts, weightedAverage } = await engine.client.current<Retention>('/v1/retention?present=now');
    const sizes = cohorts.reduce((sum, { size }) => sum + size, 0);
    const bought = cohorts.reduce((sum, { cells }) => sum + cells[3]!.count, 0);
    expect(weightedAverage[3]).toMatchObject({ count: bought, rate: bought / sizes });
  });

  it('sees new, returning, resurrecting and dormant customers, month by month', async () => {
    const { periods } = await engine.client.current<{ periods: Record<string, unknown>[] }>('/v1/lifecycle?granularity=month&from=1997-01-01&to=1997-06-30');
    expect(periods.map((each) => [each['start'], each['new'], each['returning'], each['resurrecting'], each['dormant']])).toEqual(lifecycle);
  });

  it('gets the same table from the command line', async () => {
    const printed = await tenure(['retention', '--granularity', 'month', '--present', 'now', '--json', '--data', join(cwd, 'data')], { cwd });
    expect([printed.exitCode, printed.stderr]).toEqual([0, '']);
    expect(printed.json<Retention>().cohorts.map(({ cells }) => cells.map((cell) => cell?.count))).toEqual(Object.values(retention));
  });

  // On the embedded profile the same program would be compared with itself.
  itDistributed(
    'exports the same bytes as an embedded engine that has had the same file',
    async () => {
      const embedded = await EngineProcess.start({ data: join(cwd, 'embedded'), environment: { TENURE_PROFILE: 'embedded' } });
      try {
        const lines = await embedded.client.importFile('purchases', readFileSync(testData(file)), options);
        expect(lines.at(-1)).toMatchObject({ type: 'result', accepted: 69_659 });
        // Scores agree to ten digits only: a fit begins where the last one ended, and this engine has fitted before.
        for (const readModel of ['customer-file', 'retention', 'lifecycle']) await expectSameExport([engine, embedded], readModel);
      } finally {
        await embedded.stop();
      }
    },
    180_000,
  );

  it('can have all of it proved by a rebuild', async () => {
    const printed = await tenure(['rebuild', '--check', '--json', '--data', join(cwd, 'data')], { cwd });
    expect([printed.exitCode, printed.json()]).toEqual([0, expect.objectContaining({ identical: true })]);
  }, 120_000);
});
