import type { QueryContext } from '@tenure/querying';
import { dayName } from '@tenure/time';
import { showSpan } from '../../shared/calendar/day-span.js';
import type { AskedPresent } from '../../shared/calendar/present.js';
import type { Scalar } from '../../shared/last-write/register-list.js';
import { printGroup } from '../../shared/query-parameters/group.js';
import { linkTo } from '../../shared/reading/link.js';
import type { RetentionQuestion } from '../question.js';

export const cellCustomersPath = 'retention/customers';

/** The address of the customers of a cohort, by its name; `group`: value of the dimension, if one was requested. */
export type CohortLink = (cohort: string, group: Scalar) => string;

/** Addresses with the parameters of a triangle as they were asked: a day in place of the latest fact would leave out what lies after it. */
export function cellLinks(moment: Pick<QueryContext, 'asAt'>, { from, to, present, brackets, ...rules }: RetentionQuestion): CohortLink {
  const parameters = { ...rules, brackets: printBrackets(brackets), ...showSpan({ from, to }), present: printPresent(present) };
  return (cohort, group) => linkTo(moment, cellCustomersPath, { ...parameters, group: rules.by === null ? null : printGroup(group), cohort });
}

export const printBrackets = (brackets: readonly number[] | null): string | null => (brackets === null ? null : brackets.join());

function printPresent(present: AskedPresent): string | null {
  if (present === 'latest-fact') return null;
  return present === 'now' ? present : dayName(present);
}
