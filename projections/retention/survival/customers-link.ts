import type { QueryContext } from '@tenure/querying';
import type { ShownSpan } from '../../shared/calendar/day-span.js';
import type { ShownPresent } from '../../shared/calendar/present.js';
import type { Scalar } from '../../shared/last-write/register-list.js';
import { printGroup } from '../../shared/query-parameters/group.js';
import { linkTo } from '../../shared/reading/link.js';
import type { SurvivalRules } from './parameters.js';

/** What a curve is about, as its answer says. */
export interface CurveTerms extends SurvivalRules, ShownSpan {
  readonly present: ShownPresent;
}

export const customersPath = 'retention/survival/customers';

/** The address of the customers of a curve who are at risk in one of its rows. */
export function linkToCustomers(moment: Pick<QueryContext, 'asAt'>, terms: CurveTerms, group: Scalar, period: number): string {
  const { of, granularity, timezone, from, to, present, by } = terms;
  const value = by === null ? null : printGroup(group);
  return linkTo(moment, customersPath, { of, granularity, timezone, from, to, present: present.day, by, group: value, period });
}
