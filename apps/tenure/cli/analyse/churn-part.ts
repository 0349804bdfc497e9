import type { Query, Schemas } from '@tenure/client';
import { freshGet } from '../fresh.js';
import type { Session } from '../session.js';
import type { Analysis, Part } from './analysis.js';

type ChurnLikelihood = NonNullable<Analysis['churnLikelihood']>;
type Scored = Schemas['ChurnLikelihoodAnswer']['items'][number];

export interface ChurnPart {
  readonly churnLikelihood: ChurnLikelihood;
  /** The model that the likelihoods come from. */
  readonly model: NonNullable<Scored['model']>;
}

const TENTHS = 10;
const SHOWN = 10;

/** The list by value at risk, how likelihoods are distributed, and the rate that they were checked against. `about`: undefined for the latest fact. */
export async function churnPart(session: Session, about: string | undefined): Promise<Part<ChurnPart>> {
  const list = await freshGet(session, '/v1/churn-likelihood', { query: { about, limit: SHOWN } });
  if (list.notEnoughData !== undefined) return { missing: list.notEnoughData };
  const likelyFrom = (tenth: number) => likely(session, { about, minProbability: tenth / TENTHS });
  const everybody = await likelyFrom(0);
  const [first] = everybody.items;
  if (first?.model === undefined) return { missing: 'Nobody had bought by that day, so nobody can be scored.' };
  const counts = [everybody.customers ?? 0];
  for (let tenth = 1; tenth < TENTHS; tenth += 1) counts.push((await likelyFrom(tenth)).customers ?? 0);
  const distribution = counts.map((count, tenth) => ({
    from: tenth / TENTHS,
    to: (tenth + 1) / TENTHS,
    customers: count - (counts[tenth + 1] ?? 0),
  }));
  return { given: { churnLikelihood: { ...baseRateOf(first), distribution, list }, model: first.model } };
}

/** All who are at least so likely, gone or not; of the list itself only the first is taken. */
function likely(session: Session, query: Pick<Query<'/v1/churn-likelihood'>, 'about' | 'minProbability'>): Promise<Schemas['ChurnLikelihoodAnswer']> {
  return freshGet(session, '/v1/churn-likelihood', { query: { ...query, order: 'probability', minActive: 0, limit: 1 } });
}

function baseRateOf({ outcomes }: Scored): Pick<ChurnLikelihood, 'baseRate' | 'noBaseRate'> {
  if (outcomes === undefined || !outcomes.checked) return { baseRate: null, noBaseRate: outcomes?.why ?? 'No horizon has been tested.' };
  const { baseRate, customers, horizons, at } = outcomes;
  return { baseRate: { rate: baseRate, customers, horizons, at } };
}
