import { foretellSurvivors, wilsonInterval } from '@tenure/models';
import { BadQuery, type QueryContext, type Row } from '@tenure/querying';
import type { CalendarRules } from '../../shared/calendar/calendar.js';
import { coveredSpan, type ShownSpan, showSpan } from '../../shared/calendar/day-span.js';
import { type ShownPresent, showPresent } from '../../shared/calendar/present.js';
import { type Curve, curveOfAll, curveOfCohort } from './curves.js';
import { linkToStaying } from './customers-link.js';
import type { ProjectionQuestion } from './question.js';
import type { Staying } from './staying.js';
import type { StayingCohort } from './stays.js';

export interface ProjectedCell {
  readonly period: number;
  readonly projected: boolean;
  /** Counted, or expected. */
  readonly count: number;
  readonly rate: number;
  /** 95 %. Of a counted cell the interval of a share (Wilson), of a projected one that of what will be counted. */
  readonly low: number;
  readonly high: number;
  /** 95 % interval of the expected rate, as far as the parameters leave it open; null in a counted cell. */
  readonly modelLow: number | null;
  readonly modelHigh: number | null;
  /** The curve: the share of new customers who are there in this period or later; null without a curve. */
  readonly curve: number | null;
  /** The address of the list of the customers counted; null in a projected cell. */
  readonly customers: string | null;
}

interface ShownCurve extends Pick<Curve, 'of' | 'why' | 'margin'> {
  readonly model: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly standardErrors: Readonly<Record<string, number>> | null;
  readonly aic: number;
  readonly boundary: string | null;
}

interface ProjectedCohort {
  readonly cohort: string;
  readonly size: number;
  readonly cells: readonly ProjectedCell[];
  readonly curve: ShownCurve | null;
  /** Why nothing is projected. */
  readonly noProjection: string | null;
}

export interface ProjectionAnswer {
  readonly definition: CalendarRules &
    ShownSpan &
    Pick<ProjectionQuestion, 'of' | 'ahead' | 'silence'> & {
      readonly name: 'retention-projection';
      readonly stays: string;
      readonly intervals: string;
      readonly present: ShownPresent;
      readonly confidence: 0.95;
    };
  readonly cohorts: readonly ProjectedCohort[];
  readonly notEnoughData?: string;
}

/** Each is fitted on its own: that many take some seconds. */
const mostCohorts = 120;

const intervals =
  'Of a projected cell, low and high are of what will be counted: parameters that are not known exactly, and chance (beta-binomial). modelLow and modelHigh are of the expected rate alone.';

const stays = ({ silence }: ProjectionQuestion): string =>
  silence === null
    ? 'A customer is there from the first start of a subscription to the period in which the last one ended.'
    : `A customer is there from the first purchase to the last one before ${silence} whole ${silence === 1 ? 'period' : 'periods in a row'} without one; who comes back after that is not counted again.`;

export function projectionOf(
  question: ProjectionQuestion,
  staying: Pick<Staying, 'calendar' | 'present'>,
  counted: readonly StayingCohort[],
  moment: Pick<QueryContext, 'asAt'>,
): ProjectionAnswer {
  const { calendar, present } = staying;
  const { from, to, present: _, ...rules } = question;
  if (counted.length > mostCohorts) {
    throw new BadQuery(
      'from',
      'too-many-cohorts',
      `These are ${counted.length} cohorts, and at most ${mostCohorts} are fitted: narrow from and to, or ask by month.`,
    );
  }
  const span = counted.length === 0 ? showSpan({ from, to }) : coveredSpan(calendar, counted[0]!.period, counted.at(-1)!.period, { from, to });
  const definition = {
    name: 'retention-projection' as const,
    ...rules,
    stays: stays(question),
    intervals,
    present: showPresent(present),
    confidence: 0.95 as const,
    ...span,
  };
  if (counted.length === 0) return { definition, cohorts: [], notEnoughData: nobody(question) };
  const all = curveOfAll(counted);
  return {
    definition,
    cohorts: counted.map(({ period, alive }) => {
      const { curve, reason } = curveOfCohort({ alive }, all, counted.length === 1);
      const cohort = calendar.nameOf(period);
      return {
        cohort,
        size: alive[0]!,
        ...projected(alive, curve, question.ahead, (k) => linkToStaying(moment, question, staying, cohort, k)),
        curve: curve && shown(curve),
        noProjection: reason,
      };
    }),
  };
}

const nobody = ({ of, granularity }: ProjectionQuestion): string =>
  `No cohort of ${of} has its first ${granularity} behind it: record or import more, widen from and to${of === 'subscriptions' ? ', or ask with of=purchases' : ''}.`;

function projected(alive: readonly number[], curve: Curve | null, ahead: number, linkTo: (period: number) => string): { cells: ProjectedCell[] } {
  const [size, age] = [alive[0]!, alive.length - 1];
  const share = (period: number): number | null => (curve === null ? null : curve.model.survival(curve.fit.parameters, period));
  const cells: ProjectedCell[] = alive.map((count, period) => ({
    period,
    projected: false,
    count,
    ...wilsonInterval(count, size)!,
    modelLow: null,
    modelHigh: null,
    curve: share(period),
    customers: linkTo(period),
  }));
  const foretold = curve === null ? [] : foretellSurvivors(curve.model, curve.fit, alive[age]!, age, ahead)!;
  for (const [i, { expected, low, high, modelLow, modelHigh }] of foretold.entries()) {
    const period = age + 1 + i;
    const rates = { rate: expected / size, low: low / size, high: high / size, modelLow: modelLow / size, modelHigh: modelHigh / size };
    cells.push({ period, projected: true, count: expected, ...rates, curve: share(period), customers: null });
  }
  return { cells };
}

function shown({ of, why, margin, model, fit }: Curve): ShownCurve {
  const { parameters, standardErrors, aic, boundary } = fit;
  return { of, model: model.name, why, margin, parameters, standardErrors, aic: aic!, boundary };
}

export const projectionColumns = [
  ...[
    'of',
    'granularity',
    'timezone',
    'cohort',
    'size',
    'period',
    'projected',
    'count',
    'rate',
    'low',
    'high',
    'modelLow',
    'modelHigh',
    'curve',
    'model',
    'curveOf',
  ],
] as const;

export function* projectionRows({ definition: { of, granularity, timezone }, cohorts }: ProjectionAnswer): Iterable<Row> {
  for (const { cohort, size, cells, curve } of cohorts) {
    for (const { customers: _link, ...cell } of cells)
      yield { of, granularity, timezone, cohort, size, ...cell, model: curve?.model ?? null, curveOf: curve?.of ?? null };
  }
}
