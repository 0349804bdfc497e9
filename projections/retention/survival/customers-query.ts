import type { Query, QueryContext } from '@tenure/querying';
import { dayName } from '@tenure/time';
import { type ShownSpan, showSpan } from '../../shared/calendar/day-span.js';
import { type ShownPresent, showPresent } from '../../shared/calendar/present.js';
import type { Scalar } from '../../shared/last-write/register-list.js';
import type { Ranked } from '../../shared/paging/best-first.js';
import { RankedList } from '../../shared/paging/ranked-list.js';
import { readNumberOrNull } from '../../shared/query-parameters/number.js';
import { GroupSizes } from '../../shared/scoring/largest-groups.js';
import { requireKnownDimension } from '../dimensions.js';
import { wantedGroup } from '../wanted-group.js';
import { mostCurves } from './answer.js';
import { survivalCustomersSchema } from './customers-answer-schema.js';
import { customersPath } from './customers-link.js';
import { type OutcomeFilter, SurvivalCustomersParameters } from './customers-parameters.js';
import { type Observation, observationOf } from './observation.js';
import type { Cause, Observed } from './observed.js';
import type { SurvivalRules } from './parameters.js';
import { rowDays, rowOf } from './row-of.js';

/** One customer of a curve. */
interface ObservedLine {
  readonly customerId: string;
  readonly group?: Scalar;
  readonly began: string;
  /** The day of the event, or the present. */
  readonly ended: string;
  readonly days: number;
  /** The row in which the observation ends. */
  readonly period: number;
  readonly outcome: Cause | 'censored';
}

export interface SurvivalCustomers {
  readonly definition: SurvivalRules &
    ShownSpan & {
      readonly name: 'retention-survival-customers';
      readonly present: ShownPresent;
      readonly group?: Scalar;
      readonly period: number | null;
      readonly outcome: OutcomeFilter | null;
    };
  /** On all pages. */
  readonly count: number;
  readonly items: readonly ObservedLine[];
  readonly next: string | null;
}

interface RankedCustomer extends Ranked {
  readonly observed: Observed;
  readonly group: Scalar;
}

export const survivalCustomersQuery: Query<SurvivalCustomersParameters> = {
  name: 'retention-survival-customers',
  path: customersPath,
  summary: 'The customers of a survival curve: at risk in a row, with the event in it, or censored in it, the shortest observed first',
  params: SurvivalCustomersParameters,
  answer: survivalCustomersSchema,
  access: 'figures',
  cost: 'scan',
  run: answerSurvivalCustomers,
  rows: ({ items }: SurvivalCustomers) => items.map(({ group = null, ...line }) => ({ ...line, group })),
  columns: () => ['customerId', 'began', 'ended', 'days', 'period', 'outcome', 'group'],
};

export async function answerSurvivalCustomers(context: QueryContext, parameters: SurvivalCustomersParameters): Promise<SurvivalCustomers> {
  const observation = await observationOf(context, parameters);
  const { rules, span, present } = observation;
  const group = wantedGroup(rules.by, parameters.group);
  const period = readNumberOrNull(parameters.period);
  const outcome = parameters.outcome ?? null;
  const rest = { ...rules, ...showSpan(span), present: showPresent(present), period, outcome };
  const definition = { name: 'retention-survival-customers' as const, ...rest, ...(group !== undefined && { group }) };
  const { present: _, ...pins } = rest;
  const list = new RankedList<RankedCustomer>(parameters, { ...pins, group: group === undefined ? undefined : JSON.stringify(group), day: present.day });
  const shown = await groupsShown(observation);
  const days = rowDays(rules.granularity);
  let count = 0;
  for await (const { customerId, observed, group: own } of observation.customers()) {
    const value = shown(own);
    if ((group !== undefined && value !== group) || !isWanted(observed, { days, period, outcome })) continue;
    count += 1;
    const rank = -observed.time;
    if (list.accepts(rank, customerId)) list.add({ value: rank, key: customerId, observed, group: value });
  }
  const { page, next } = list.page();
  const line = ({ key, observed, group: own }: RankedCustomer): ObservedLine => ({
    customerId: key,
    ...(rules.by === null ? {} : { group: own }),
    began: dayName(observed.start),
    ended: dayName(observed.start + observed.time),
    days: observed.time,
    period: rowOf(observed, days),
    outcome: observed.cause ?? 'censored',
  });
  return { definition, count, items: page.map(line), next };
}

/** The groups as the curves have them: where there are many, the small ones are one. */
async function groupsShown({ rules: { by }, customers }: Observation): Promise<(group: Scalar) => Scalar> {
  if (by === null) return (group) => group;
  const sizes = new GroupSizes();
  const found = new Set<Scalar>();
  for await (const { group } of customers()) {
    sizes.add(group);
    found.add(group);
  }
  if (found.size > 0) requireKnownDimension(by, found);
  return sizes.largest(mostCurves).shown;
}

interface Wanted {
  readonly days: number;
  readonly period: number | null;
  readonly outcome: OutcomeFilter | null;
}

function isWanted(observed: Observed, { days, period, outcome }: Wanted): boolean {
  const { cause } = observed;
  const row = rowOf(observed, days);
  if (outcome === null) return period === null || row >= period;
  if (outcome === 'event' ? cause === null : (cause ?? 'censored') !== outcome) return false;
  return period === null || row === period;
}
