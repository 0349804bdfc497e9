import { randomUUID } from 'node:crypto';
import { ProblemError, type Schemas } from '@tenure/client';
import type { Session } from '../session.js';
import type { Part } from './analysis.js';

const HORIZON_DAYS = 90;
const DAY = 86_400_000;

/** The model, fitted on what was known 90 days before the last day that is known, against what came. `last`: YYYY-MM-DD */
export async function backtestPart(session: Session, model: string, last: string): Promise<Part<Schemas['ModelBacktest']>> {
  const at = new Date(Date.parse(last) - HORIZON_DAYS * DAY).toISOString().slice(0, 10);
  const header = { 'Idempotency-Key': randomUUID() };
  const body = { model, at, horizon: `P${HORIZON_DAYS}D` };
  try {
    const { backtest } = await (await session.client()).post('/v1/commands/BacktestModel', { header, body });
    return { given: backtest };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 400) throw error;
    return { missing: `No back-test on ${at}, ${HORIZON_DAYS} days before ${last}: ${error.message}` };
  }
}
