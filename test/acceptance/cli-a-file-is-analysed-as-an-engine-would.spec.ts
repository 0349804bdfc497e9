import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Schemas } from '@tenure/client';
import { parseLines } from '../engine/client.js';
import { tenure } from '../engine/command-line.js';
import { DeclaredAnswers } from '../engine/declared-answers.js';
import { EngineProcess } from '../engine/engine-process.js';
import { asCsv, inventedPurchases } from '../engine/invented-purchases.js';
import { describeEmbedded } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { describeWith, testData } from '../engine/test-data.js';

type Analysis = Schemas['Analysis'];

let cwd: string;
/** The temporary files of an analysis, and of nothing else. */
let temporary: string;
let analysis: Analysis;
let engine: EngineProcess;

afterAll(removeTemporaryFolders);

/** Analyses a file, and has an engine import it and fit its models by itself. */
async function bothWays(file: string, options: readonly string[]): Promise<void> {
  const data = join(cwd, 'data');
  const analysed = await tenure(['analyse', file, ...options, '--json'], { cwd, environment: { TMPDIR: temporary } });
  expect([analysed.exitCode, analysed.stderr]).toEqual([0, '']);
  analysis = analysed.json<Analysis>();
  engine = await EngineProcess.start({ data });
  const { exitCode, stderr } = await tenure(['import', 'purchases', file, ...options, '--data', data], { cwd });
  expect([exitCode, exitCode === 0 ? '' : stderr]).toEqual([0, '']);
  while (!(await modelsOfEngine()).every(({ fitted }) => fitted !== null)) await new Promise((resolve) => setTimeout(resolve, 300));
}

async function modelsOfEngine(): Promise<Schemas['ListedModel'][]> {
  return (await engine.client.get<{ items: Schemas['ListedModel'][] }>('/v1/models')).items;
}

/** An answer without what is each engine's own: when something was recorded and fitted, and where that is in the log. */
function figures(answer: unknown): unknown {
  const own = new Set(['asOf', 'position', 'fittedAt', 'testedAt', 'version', 'next']);
  return JSON.parse(JSON.stringify(answer, (key, value: unknown) => (own.has(key) ? undefined : value)));
}

async function expectSameFigures(): Promise<void> {
  const { models, churnLikelihood, lifetimeValue, retention, lifecycle, backtest } = analysis;
  const fits = (await modelsOfEngine()).map(({ model, fitted }) => [model, figures(fitted)] as const);
  expect(new Map(models!.fits.map((fit) => [fit.model, figures(fit)]))).toEqual(new Map(fits));
  const current = async (path: string) => figures(await engine.client.current(path));
  expect(figures(retention)).toEqual(await current('/v1/retention'));
  expect(figures(lifecycle)).toEqual(await current('/v1/lifecycle'));
  expect(figures(churnLikelihood!.list)).toEqual(await current('/v1/churn-likelihood?limit=10'));
  expect(figures(lifetimeValue!.list)).toEqual(await current('/v1/lifetime-value?limit=10'));
  expect(figures(lifetimeValue!.cells)).toEqual(await current('/v1/lifetime-value/cells'));
  const scores = parseLines<{ probability: number }>((await engine.client.ask('/v1/export/churn-likelihood')).text);
  const inTenth = (tenth: number) => scores.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === tenth).length;
  expect(churnLikelihood!.distribution.map(({ customers }) => customers)).toEqual(Array.from({ length: 10 }, (_, tenth) => inTenth(tenth)));
  const { model, at, horizon } = backtest!;
  const answer = await engine.client.send('BacktestModel', { model, at, horizon });
  expect(figures(backtest)).toEqual(figures(answer.json<{ backtest: object }>().backtest));
}

// An analysis asks no server; and digits of an engine on servers may differ in the last place: it adds customers up in another order.
describeEmbedded('a made-up file', () => {
  beforeAll(async () => {
    [cwd, temporary] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(join(cwd, 'orders.csv'), asCsv(inventedPurchases({ customers: 400, seed: 7 })));
    await bothWays('orders.csv', []);
  }, 240_000);
  afterAll(() => engine.stop());

  it('has the figures of an engine that has imported it', expectSameFigures, 180_000);

  it('is reported as openapi.json describes it, whole', async () => {
    expect((await DeclaredAnswers.of(engine.client)).faultsOfSchema('Analysis', analysis)).toEqual([]);
    expect(analysis).toMatchObject({ version: 1, missing: {}, file: { name: 'orders.csv', rejected: 0, customers: 400 } });
    expect(analysis.models!.chosen.model).toBe(analysis.churnLikelihood!.list.items[0]!.model!.name);
    expect(analysis.present).toBe(analysis.file.to!.slice(0, 10));
  });

  it('leaves nothing behind', () => {
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(cwd).sort()).toEqual(['data', 'orders.csv']);
  });

  it('is told on a page: the three questions, in at most 60 lines of 80 columns', async () => {
    const { exitCode, stdout } = await tenure(['analyse', 'orders.csv'], { cwd });
    const lines = stdout.trimEnd().split('\n');
    expect([exitCode, lines.length <= 60, lines.filter((line) => line.length > 80)]).toEqual([0, true, []]);
    const questions = lines.filter((line) => line.endsWith('?'));
    expect(questions).toEqual(['Do they come back?', 'Who will leave?', 'What are they worth?', 'How far is this to be trusted?']);
    expect(stdout).toContain(`Model of purchases: ${analysis.models!.chosen.model}.`);
  }, 180_000);

  it('is about another day with --present', async () => {
    const { stdout } = await tenure(['analyse', 'orders.csv', '--present', '2025-06-30', '--json'], { cwd });
    const past = JSON.parse(stdout) as Analysis;
    expect(past.present).toBe('2025-06-30');
    expect(past.churnLikelihood!.list.about).toBe('2025-06-30');
    expect(past.lifetimeValue!.cells.about).toBe('2025-06-30');
    expect(past.backtest).toMatchObject({ at: '2025-04-01', until: '2025-06-30' });
  }, 180_000);
});

describeEmbedded('a file of 23,570 customers', () => {
  describeWith('CDNOW_master.txt', 'CDNOW', () => {
    const options = ['--format', 'columns', '--map', 'customer_id=1,occurred_at=2,quantity=3,amount=4', '--date-format', 'yyyyMMdd', '--currency', 'USD'];

    beforeAll(async () => {
      [cwd, temporary] = [temporaryFolder(), temporaryFolder()];
      await bothWays(testData('CDNOW_master.txt'), options);
    }, 300_000);
    afterAll(() => engine.stop());

    it('has the figures of an engine that has imported it', expectSameFigures, 120_000);

    it('is read whole, and tested on its last 90 days', () => {
      expect(analysis.file).toMatchObject({ accepted: 69_659, customers: 23_570, amount: [{ minor: 250_031_563, currency: 'USD' }] });
      expect(analysis).toMatchObject({ present: '1998-06-30', backtest: { at: '1998-04-01', until: '1998-06-30' }, missing: {} });
    });
  });
});
