import { join } from 'node:path';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { describeWith, testData } from '../engine/test-data.js';

const file = 'CDNOW_sample.txt';

/** Fader, Hardie and Lee (2005) and others on this sample, to the digits given there. */
const references = [
  {
    model: 'bg-nbd',
    parameters: { r: 0.24259452, alpha: 4.41360202, a: 0.79292202, b: 2.42590678 },
    errors: { r: 0.012557, alpha: 0.378224, a: 0.185734, b: 0.705414 },
    logLikelihood: -9582.429207,
  },
  {
    model: 'mbg-nbd',
    parameters: { r: 0.524843, alpha: 6.183085, a: 0.89136, b: 1.614003 },
    errors: { r: 0.083268, alpha: 0.695621, a: 0.15479, b: 0.537496 },
    logLikelihood: -9582.135716,
  },
  {
    model: 'pareto-nbd',
    parameters: { r: 0.55327708, alpha: 10.57768, s: 0.60624008, beta: 11.66874 },
    errors: { r: 0.047628, alpha: 0.842723, s: 0.187282, beta: 6.211148 },
    logLikelihood: -9594.976179,
  },
  { model: 'nbd', parameters: { r: 0.384766, alpha: 12.072022 }, errors: { r: 0.020985, alpha: 0.808723 }, logLikelihood: -9763.657615 },
  {
    model: 'gamma-gamma',
    parameters: { p: 6.249573, q: 3.744225, gamma: 15.443519 },
    errors: { p: 1.19007, q: 0.29014, gamma: 4.15948 },
    logLikelihood: -4055.917695,
  },
];

/** Expected average spend of customers 1 to 10, in cents, from the authors' spreadsheet. */
const spend = [2465, 1891, 3517, 3517, 3517, 7146, 1891, 3517, 2728, 3517];

interface Fit {
  readonly parameters: Readonly<Record<string, number>>;
  readonly standardErrors: Readonly<Record<string, number>>;
  readonly logLikelihood: number;
  readonly converged: boolean;
  readonly position: string;
}
interface Value {
  readonly expectedPurchases: number;
  readonly probabilityAlive: number;
  readonly expectedSpend: { readonly amount: { readonly minor: number } };
}
interface Churn {
  readonly probability: number;
  readonly low: number;
  readonly high: number;
  readonly reasons: readonly { readonly text: string }[];
}

const within = (actual: number | undefined, expected: number, relative: number) => Math.abs(actual! / expected - 1) <= relative;

describeWith(file, 'the CDNOW sample of the papers', () => {
  let cwd: string;
  let engine: EngineProcess;
  const command = (...args: string[]) => tenure([...args, '--json', '--data', join(cwd, 'data')], { cwd });

  beforeAll(async () => {
    cwd = temporaryFolder();
    engine = await EngineProcess.start({ data: join(cwd, 'data') });
    const map = 'customer_id=2,occurred_at=3,quantity=4,amount=5';
    const imported = await command('import', 'purchases', testData(file), '--map', map, '--date-format', 'yyyyMMdd', '--currency', 'USD');
    expect(imported.json()).toMatchObject({ read: 6919, accepted: 6919, rejected: 0, customers: 2357 });
  }, 120_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  it.each(references)('$model', async ({ model, parameters, errors, logLikelihood }) => {
    const printed = await command('model', 'fit', model, '--until', '1997-09-30', '--unit', 'week');
    expect(printed.exitCode).toBe(0);
    const fit = printed.json<Fit>();
    expect(fit).toMatchObject({ model, converged: true, customers: model === 'gamma-gamma' ? 946 : 2357, transactions: 2457, trainedTo: '1997-09-30' });
    // The references are printed to six digits: half a unit of the last digit is their rounding.
    for (const [name, value] of Object.entries(parameters)) expect([name, within(fit.parameters[name], value, 1e-5)]).toEqual([name, true]);
    for (const [name, value] of Object.entries(errors)) expect([name, within(fit.standardErrors[name], value, 1e-3)]).toEqual([name, true]);
    expect(Math.abs(fit.logLikelihood - logLikelihood)).toBeLessThan(1e-5);
    expect(await engine.client.get(`/v1/models/${model}`)).toMatchObject({ ...fit, inForce: false });
    expect((await command('model', 'promote', model, fit.position, '--reason', 'as published')).exitCode).toBe(0);
    expect(await engine.client.get(`/v1/models/${model}?fit=in-force`)).toMatchObject({ ...fit, inForce: true, notInForce: null });
  });

  it('predicts the purchases of customer 1 in 39 weeks, and that the customer is still there', async () => {
    const value = await engine.client.get<Value>('/v1/lifetime-value/0001?asOf=1997-09-30&model=bg-nbd&horizon=P273D&discountRate=0');
    // The paper's spreadsheet has 1.2259, for recency and age rounded to 30.43 and 38.86 weeks; this value is for the exact days.
    expect(Math.abs(value.expectedPurchases - 1.2259945)).toBeLessThan(1e-6);
    expect(Math.abs(value.probabilityAlive - 0.7266203)).toBeLessThan(1e-6);
  });

  it('predicts the purchases of customer 1516, the best one, in 52 weeks', async () => {
    const value = await engine.client.get<Value>('/v1/lifetime-value/1516?asOf=1997-09-30&model=bg-nbd&horizon=P364D&discountRate=0');
    expect(Math.abs(value.expectedPurchases / 25.7573369 - 1)).toBeLessThan(1e-6);
    expect(Math.abs(value.probabilityAlive - 0.9688544)).toBeLessThan(1e-6);
  });

  it('predicts what customers 1 to 10 spend', async () => {
    const ids = spend.map((_, index) => String(index + 1).padStart(4, '0'));
    const values = await Promise.all(ids.map((id) => engine.client.get<Value>(`/v1/lifetime-value/${id}?asOf=1997-09-30&model=bg-nbd`)));
    expect(values.map(({ expectedSpend }) => expectedSpend.amount.minor)).toEqual(spend);
  });

  it('goes on scoring with the fit that was asked for', async () => {
    // Longer than the interval at which the engine checks whether an automatic fit is due.
    await new Promise((resolve) => setTimeout(resolve, 11_000));
    expect(await engine.client.get('/v1/models/bg-nbd?fit=in-force')).toMatchObject({ trainedTo: '1997-09-30', customers: 2357 });
  }, 30_000);

  it('says how likely somebody is to stay away, between what bounds, and why', async () => {
    const { probability, low, high, reasons } = await engine.client.get<Churn>('/v1/churn-likelihood/0001?asOf=1997-09-30&model=bg-nbd&horizon=P90D');
    expect([low < probability, probability < high, low > 0, high < 1]).toEqual([true, true, true, true]);
    expect(reasons.length).toBeGreaterThan(0);
    for (const { text } of reasons) expect(text).toMatch(/\w+ .*\w+/);
  });

  it('refuses to fit on nothing, and says what is missing', async () => {
    const answer = await engine.client.postAnswer('/v1/models/bg-nbd/fits', { until: '1990-01-01' });
    expect(answer.status).toBe(400);
    const unknown = await command('model', 'fit', 'bg-nbt');
    expect([unknown.exitCode, unknown.stdout]).toEqual([2, '']);
    expect(unknown.stderr).toContain('bg-nbd');
  });
});
