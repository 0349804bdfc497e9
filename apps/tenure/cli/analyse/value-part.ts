import { freshGet } from '../fresh.js';
import type { Session } from '../session.js';
import type { Analysis, Part } from './analysis.js';

type LifetimeValue = NonNullable<Analysis['lifetimeValue']>;

const SHOWN = 10;

/** What all customers are worth, the most valuable of them, and the classes by recency, frequency and monetary value. */
export async function valuePart(session: Session, about: string | undefined): Promise<Part<LifetimeValue>> {
  const cells = await freshGet(session, '/v1/lifetime-value/cells', { query: { about } });
  if (cells.notEnoughData !== undefined) return { missing: cells.notEnoughData };
  const list = await freshGet(session, '/v1/lifetime-value', { query: { about, limit: SHOWN } });
  return { given: { list, cells } };
}
