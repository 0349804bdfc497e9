import { type EngineStatus, type Parameters, ProblemError, pathOf, type TenureClient } from '@tenure/client';
import type { Session } from './session.js';

const timeout = 30_000;

/**
 * Asks for what was recorded before the command was typed: an import followed by a question sees the import. Waits
 * while the read models are moving towards it; if they stand still, takes what there is and says so. With `--as-at`
 * that moment is asked about, and there is nothing to wait for.
 */
export async function fresh<Answer>(session: Session, ask: (client: TenureClient, parameters: Parameters) => Promise<Answer>): Promise<Answer> {
  const client = await session.client();
  if (session.asAt !== undefined) return ask(client, { asAt: session.asAt });
  const { log, projections } = await client.get<EngineStatus>(pathOf('status'));
  if (log.position === null) return ask(client, {});
  let before = positionsOf(projections);
  let waiting = false;
  for (;;) {
    try {
      return await ask(client, { minPosition: log.position, timeout });
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'not-caught-up') throw error;
    }
    const now = positionsOf((await client.get<EngineStatus>(pathOf('status'))).projections);
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

/** The answer to one question about read models. */
export function freshGet<Answer>(session: Session, path: string, parameters: Parameters = {}): Promise<Answer> {
  return fresh(session, (client, freshness) => client.get<Answer>(path, { ...parameters, ...freshness }));
}
