import { type ComplaintCorrected, type ComplaintVoided, type CountedComplaint, type Occurrence, occurrenceOf, rankOf } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import type { ComplaintRecord, ComplaintStep } from '@tenure/models';
import type { DayOf } from '../../shared/calendar/zone-days.js';
import { type CountedNumbers, countNumber, noNumbers, numbersIn } from '../../shared/counted/counted-numbers.js';
import { occurrenceOfStamp, rankOfStamp, stampOf } from '../../shared/last-write/last-write.js';
import { changeEntry } from '../../shared/last-write/register-list.js';
import type { Folds } from './folds.js';
import { dayOfStamp } from './stamped-day.js';

/** The stamps of its facts, which say when it was logged, resolved or reopened, and which of these. */
export type DatedComplaint = [complaintId: string, stamps: CountedNumbers];

export const complaintFolds: Folds<DatedComplaint[]> = {
  ComplaintLogged: countFact,
  ComplaintResolved: countFact,
  ComplaintReopened: countFact,
  ComplaintCorrected(complaints, { data }) {
    const { complaintId, was, now } = data as ComplaintCorrected;
    change(complaints, complaintId, (stamps) => {
      countAll(stamps, was, -1);
      countAll(stamps, now, 1);
    });
  },
  ComplaintVoided(complaints, { data }) {
    const { complaintId, was } = data as ComplaintVoided;
    change(complaints, complaintId, (stamps) => countAll(stamps, was, -1));
  },
};

function countFact(complaints: DatedComplaint[], event: RecordedEvent): void {
  const { complaintId } = event.data as { readonly complaintId: string };
  change(complaints, complaintId, (stamps) => countNumber(stamps, stampOf(event.type, event), 1));
}

function change(complaints: DatedComplaint[], complaintId: string, by: (stamps: CountedNumbers) => void): void {
  changeEntry<DatedComplaint>(
    complaints,
    complaintId,
    () => [complaintId, noNumbers()],
    ([, stamps]) => by(stamps),
    ([, [distinct, further]]) => distinct.length === 0 && further.length === 0,
  );
}

const typeOf = { resolved: 'ComplaintResolved', reopened: 'ComplaintReopened' } as const;

function countAll(stamps: CountedNumbers, { occurredAt, steps }: CountedComplaint, by: 1 | -1): void {
  countNumber(stamps, stampOf('ComplaintLogged', occurrenceOf(occurredAt)), by);
  for (const { step, occurredAt: at } of steps) if (step !== 'acknowledged') countNumber(stamps, stampOf(typeOf[step], occurrenceOf(at)), by);
}

const isOf = (type: string): ((stamp: number) => boolean) => {
  const rank = rankOf(type);
  return (stamp) => rankOfStamp(stamp) === rank;
};
const isLogged = isOf('ComplaintLogged');
const isResolved = isOf('ComplaintResolved');
const isReopened = isOf('ComplaintReopened');

/** Null while only steps of it have arrived. */
export function complaintRecord([, kept]: DatedComplaint, dayOf: DayOf): ComplaintRecord | null {
  const stamps = numbersIn(kept);
  const daysOf = (isOne: (stamp: number) => boolean): number[] =>
    stamps
      .filter(isOne)
      .map((stamp) => dayOfStamp(stamp, dayOf))
      .sort((left, right) => left - right);
  const [logged] = daysOf(isLogged);
  return logged === undefined ? null : { logged, steps: inTurns(daysOf(isResolved), daysOf(isReopened)) };
}

/** By day. On one day resolutions and reopenings take turns, as the rules of complaints demand: facts dated by a day have no times. */
function inTurns(resolved: readonly number[], reopened: readonly number[]): ComplaintStep[] {
  const steps: ComplaintStep[] = [];
  let resolutions = 0;
  let reopenings = 0;
  while (resolutions < resolved.length || reopenings < reopened.length) {
    const resolution = resolved[resolutions] ?? Infinity;
    const reopening = reopened[reopenings] ?? Infinity;
    if (resolution < reopening || (resolution === reopening && resolutions <= reopenings)) {
      steps.push({ day: resolution, step: 'resolved' });
      resolutions += 1;
    } else {
      steps.push({ day: reopening, step: 'reopened' });
      reopenings += 1;
    }
  }
  return steps;
}

/** When its facts occurred; none while it is not logged. */
export const factsOf = ([, [stamps]]: DatedComplaint): Occurrence[] => (stamps.some(isLogged) ? stamps.map(occurrenceOfStamp) : []);
