import { type Answer, type Carried, ProblemError, type Query, type Request, type Route, type Schemas, type TenureClient } from '@tenure/client';
import type { Session } from './session.js';

type EngineStatus = Schemas['Status'];

const timeout = 30_000;

/** How fresh an answer must be, in the parameters of every query of read models. */
export type Freshness = Pick<Query<'/v1/totals'>, 'minPosition' | 'timeout' | 'asAt'>;

/** The routes with these parameters. */
export type FreshRoute = { [Path in Route<'get'>]: 'minPosition' extends keyof Query<Path> ? Path : never }[Route<'get'>];

/**
 * Queries everything recorded before the command was typed: a query after an import sees the import. Waits while the read models move
 * towards it; if they stand still, accepts the older answer and says so. With `--as-at` the query is about that moment, and there is nothing
 * to wait for.
 */
export async function fresh<Given>(session: Session, ask: (client: TenureClient, freshness: Freshness) => Promise<Given>): Promise<Given> {
  const client = await session.client();
  if (session.asAt !== undefined) return ask(client, { asAt: session.asAt });
  const { log, projections } = await client.get('/v1/status');
  if (log.position === null) return ask(client, {});
  let before = positionsOf(projections);
  let waiting = false;
  for (;;) {
    try {
      return await ask(client, { minPosition: log.position, timeout: String(timeout) });
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'not-caught-up') throw error;
    }
    const now = positionsOf((await client.get('/v1/status')).projections);
    if (now === before) {
      session.output.note('The read models are behind the log and do not move: this answer is older than what was recorded. See tenure status.');
      return ask(client, {});
    }
    if (!waiting) session.output.hint('Waiting for the read models to take in what was recorded ...');
    waiting = true;
    before = now;
  }
}

function positionsOf(projections: EngineStatus['projections']): string {
  return projections.map(({ position, building }) => `${position} ${building?.events}`).join();
}

/** The answer to one query of read models. */
export function freshGet<Path extends FreshRoute>(session: Session, path: Path, ...[request]: Carried<Request<'get', Path>>): Promise<Answer<'get', Path>> {
  return fresh(session, (client, freshness) => {
    const { query, ...others }: { readonly query?: object } = request ?? {};
    const asked = { ...others, query: { ...query, ...freshness } };
    return client.get(path, ...([asked] as unknown as Carried<Request<'get', Path>>));
  });
}
