import type { QueryContext, Row } from '@tenure/querying';
import { type ShownSpan, showSpan } from '../../shared/calendar/day-span.js';
import { type ShownPresent, showPresent } from '../../shared/calendar/present.js';
import type { Scalar } from '../../shared/last-write/register-list.js';
import { othersOf } from '../../shared/scoring/customer-groups.js';
import { GroupSizes } from '../../shared/scoring/largest-groups.js';
import { compareGroups } from '../answer.js';
import { requireFewCells } from '../few-cells.js';
import { curveOf, rowCount, type ShownCurve, type SurvivalRow } from './curve.js';
import { linkToCustomers } from './customers-link.js';
import type { Observation } from './observation.js';
import type { Observed } from './observed.js';
import type { SurvivalRules } from './parameters.js';
import { rowDays } from './row-of.js';

/** `customers`: the address of the list of those at risk in the row. */
export interface LinkedCurve extends Omit<ShownCurve, 'rows'> {
  readonly rows: ReadonlyArray<SurvivalRow & { readonly customers: string }>;
}

export interface SurvivalAnswer {
  readonly definition: SurvivalRules &
    ShownSpan & {
      readonly name: 'retention-survival';
      readonly present: ShownPresent;
      readonly begins: string;
      readonly ends: string;
      readonly censored: string;
      readonly confidence: 0.95;
    };
  /** One without `by`; empty with `notEnoughData`. */
  readonly curves: readonly LinkedCurve[];
  /** The number of groups combined into one, where there are more than are shown separately. */
  readonly otherGroups?: number;
  readonly notEnoughData?: string;
}

/** More curves than anybody compares. */
export const mostCurves = 50;

const meanings = {
  'second-purchase': {
    begins: 'The day of the first purchase.',
    ends: 'The first later day with a purchase.',
    censored: 'Bought on no later day by the present.',
    nobody: 'Nobody has bought anything in this range: record or import purchases, or widen from and to.',
  },
  subscriptions: {
    begins: 'The day on which the first subscription started.',
    ends: 'The day on which the last subscription ended, none having started since; what lies between two subscriptions counts as staying.',
    censored: 'Has a subscription at the present.',
    nobody: 'Nobody has had a subscription in this range: record StartSubscription, widen from and to, or ask with of=second-purchase.',
  },
} as const;

export function answerOf(
  observation: Pick<Observation, 'rules' | 'span' | 'present'>,
  groups: ReadonlyMap<Scalar, readonly Observed[]>,
  moment: Pick<QueryContext, 'asAt'>,
): SurvivalAnswer {
  const { rules, span } = observation;
  const { of, granularity, by } = rules;
  const { nobody, ...meaning } = meanings[of];
  const present = showPresent(observation.present);
  const definition = { name: 'retention-survival' as const, ...rules, present, ...showSpan(span), ...meaning, confidence: 0.95 as const };
  if (groups.size === 0) return { definition, curves: [], notEnoughData: nobody };
  const { shown, others } = largest(groups);
  const days = rowDays(granularity);
  requireFewCells([...shown.values()].reduce((sum, observed) => sum + rowCount(observed, days), 0));
  const curves = [...shown]
    .sort(([left], [right]) => compareGroups(left, right))
    .map(([group, observed]) => {
      const { rows, ...curve } = curveOf(observed, of, days);
      const linked = rows.map((row) => ({ ...row, customers: linkToCustomers(moment, definition, group, row.period) }));
      return { ...(by === null ? {} : { group }), ...curve, rows: linked };
    });
  return { definition, curves, ...othersOf({ others }) };
}

function largest(groups: ReadonlyMap<Scalar, readonly Observed[]>): { shown: ReadonlyMap<Scalar, readonly Observed[]>; others: number } {
  const sizes = new GroupSizes();
  for (const [group, { length }] of groups) sizes.add(group, length);
  const { shown, others } = sizes.largest(mostCurves);
  const merged = new Map<Scalar, Observed[]>();
  for (const [group, observed] of groups) {
    const held = merged.get(shown(group));
    if (held === undefined) merged.set(shown(group), [...observed]);
    else for (const each of observed) held.push(each);
  }
  return { shown: merged, others };
}

export const survivalColumns = [
  'of',
  'granularity',
  'timezone',
  'group',
  'period',
  'days',
  'atRisk',
  'events',
  'censored',
  'survival',
  'standardError',
  'low',
  'high',
  'boughtAgain',
  'voluntary',
  'involuntary',
] as const;

export function* survivalRows({ definition: { of, granularity, timezone }, curves }: SurvivalAnswer): Iterable<Row> {
  for (const { group = null, rows } of curves) {
    for (const { happened, customers: _link, ...row } of rows) {
      const { boughtAgain = null, voluntary = null, involuntary = null } = happened;
      yield { of, granularity, timezone, group, ...row, boughtAgain, voluntary, involuntary };
    }
  }
}
