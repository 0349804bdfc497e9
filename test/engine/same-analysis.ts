import type { Schemas } from '@tenure/client';
import { type Client, parseLines } from './client.js';

type Model = Schemas['ListedModel'];

const modelsOf = async (client: Client): Promise<Model[]> => (await client.get<{ items: Model[] }>('/v1/models')).items;

/** Resolves when an engine has fitted every model by itself. */
export async function modelsAreFitted(client: Client): Promise<void> {
  while (!(await modelsOf(client)).every(({ fitted }) => fitted !== null)) await new Promise((resolve) => setTimeout(resolve, 300));
}

/** An answer without what is each engine's own: when something was recorded and fitted, and where that is in the log. */
function figures(answer: unknown): unknown {
  const own = new Set(['asOf', 'position', 'fittedAt', 'testedAt', 'version', 'next']);
  return JSON.parse(JSON.stringify(answer, (key, value: unknown) => (own.has(key) ? undefined : value)));
}

/** An analysis of a file says what an engine says that has imported it and fitted its models by itself. */
export async function expectSameAnalysis(analysis: Schemas['Analysis'], client: Client): Promise<void> {
  const { models, churnLikelihood, lifetimeValue, retention, lifecycle, backtest } = analysis;
  const fits = (await modelsOf(client)).map(({ model, fitted }) => [model, figures(fitted)] as const);
  expect(new Map(models!.fits.map((fit) => [fit.model, figures(fit)]))).toEqual(new Map(fits));
  const current = async (path: string) => figures(await client.current(path));
  expect(figures(retention)).toEqual(await current('/v1/retention'));
  expect(figures(lifecycle)).toEqual(await current('/v1/lifecycle'));
  expect(figures(churnLikelihood!.list)).toEqual(await current('/v1/churn-likelihood?limit=10'));
  expect(figures(lifetimeValue!.list)).toEqual(await current('/v1/lifetime-value?limit=10'));
  expect(figures(lifetimeValue!.cells)).toEqual(await current('/v1/lifetime-value/cells'));
  const scores = parseLines<{ probability: number }>((await client.ask('/v1/export/churn-likelihood')).text);
  const inTenth = (tenth: number) => scores.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === tenth).length;
  expect(churnLikelihood!.distribution.map(({ customers }) => customers)).toEqual(Array.from({ length: 10 }, (_, tenth) => inTenth(tenth)));
  const { model, at, horizon } = backtest!;
  const answer = await client.send('BacktestModel', { model, at, horizon });
  expect(figures(backtest)).toEqual(figures(answer.json<{ backtest: object }>().backtest));
}
