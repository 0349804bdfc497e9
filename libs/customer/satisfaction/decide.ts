import type { Decision, Moment } from '../aspect.js';
import { given, noted } from '../fact.js';
import { printOccurrence } from '../occurrence.js';
import { isRejection, nothingChanged, type Rejection, reject } from '../rejection.js';
import type { CorrectSatisfaction } from './correct-satisfaction.command.js';
import { type CountedAnswer, type SatisfactionMetric, satisfactionCorrected, satisfactionRecorded, satisfactionVoided } from './events.js';
import type { KnownAnswer, SatisfactionState } from './evolve.js';
import type { RecordSatisfaction } from './record-satisfaction.command.js';
import type { VoidSatisfaction } from './void-satisfaction.command.js';

interface Ends {
  readonly min: number;
  readonly max: number;
}

const fixedEnds: Readonly<Record<'nps' | 'csat', Ends>> = { nps: { min: 0, max: 10 }, csat: { min: 1, max: 5 } };

/** An answer as given: the ends of its scale may be left out where the metric has its own. */
interface GivenAnswer {
  readonly metric: SatisfactionMetric;
  readonly score: number;
  readonly min?: number | null;
  readonly max?: number | null;
}

export function decideSatisfaction(satisfaction: SatisfactionState, command: RecordSatisfaction, moment: Moment): Decision {
  const { metric, score, about, comment, note } = command;
  const satisfactionId = command.satisfactionId ?? moment.commandId;
  if (satisfaction.answers?.get(satisfactionId)) {
    const detail = `Answer ${satisfactionId} is recorded already: give each answer a satisfactionId of its own, or leave it out.`;
    return reject('satisfaction-id-used', detail, '/satisfactionId');
  }
  const ends = endsOfScale(command);
  if (isRejection(ends)) return ends;
  const personal = comment || note ? given({ comment, note }) : undefined;
  return [satisfactionRecorded(moment, { satisfactionId, metric, score, min: ends.min, max: ends.max, ...given({ about }) }, personal)];
}

export function decideCorrectSatisfaction(state: SatisfactionState, command: CorrectSatisfaction, moment: Moment): Decision {
  const { satisfactionId, reason, comment, note } = command;
  const known = knownAnswer(state, satisfactionId);
  if (isRejection(known)) return known;
  const metric = command.metric ?? known.metric;
  const score = command.score ?? known.score;
  const kept = metric === known.metric ? known : null;
  const ends = endsOfScale({ metric, score, min: command.min ?? kept?.min, max: command.max ?? kept?.max });
  if (isRejection(ends)) return ends;
  const at = command.occurredAt ? moment : known;
  const about = command.about === undefined ? known.about : command.about;
  const was = countedAnswer(known);
  const now: CountedAnswer = { occurredAt: printOccurrence(at), metric, score, ...ends, ...given({ about }) };
  if (JSON.stringify(now) === JSON.stringify(was) && !comment) return nothingChanged();
  return [satisfactionCorrected(at, { satisfactionId, was, now }, { reason, ...given({ comment, note }) })];
}

export function decideVoidSatisfaction(state: SatisfactionState, { satisfactionId, reason, note }: VoidSatisfaction): Decision {
  const known = knownAnswer(state, satisfactionId);
  if (isRejection(known)) return known;
  return [satisfactionVoided(known, { satisfactionId, was: countedAnswer(known) }, { reason, ...noted(note) })];
}

function knownAnswer(satisfaction: SatisfactionState, satisfactionId: string): KnownAnswer | Rejection {
  const known = satisfaction.answers?.get(satisfactionId);
  if (known) return known;
  if (known === null) {
    const detail = `Answer ${satisfactionId} was voided already: there is nothing left of it; record it again with RecordSatisfaction, if it was given after all.`;
    return reject('satisfaction-voided', detail, '/satisfactionId');
  }
  const detail = `There is no answer ${satisfactionId}: the customer's history shows the id of each; correct the satisfactionId.`;
  return reject('satisfaction-unknown', detail, '/satisfactionId');
}

const countedAnswer = ({ metric, score, min, max, about, ...at }: KnownAnswer): CountedAnswer => ({
  occurredAt: printOccurrence(at),
  metric,
  score,
  min,
  max,
  ...given({ about }),
});

function endsOfScale(answer: GivenAnswer): Ends | Rejection {
  const { metric, score } = answer;
  const ends = metric === 'scale' ? ownEnds(answer) : endsOf(metric, answer);
  if (isRejection(ends)) return ends;
  const whole = metric === 'scale' || Number.isInteger(score);
  if (score < ends.min || score > ends.max || !whole) {
    const kind = metric === 'scale' ? 'a score on this scale is a number' : `a score of ${metric} is a whole number`;
    const other = metric === 'scale' ? 'correct it or the ends of the scale' : 'for another range use the metric "scale" with min and max';
    return reject('score-out-of-range', `${score} does not fit: ${kind} from ${ends.min} to ${ends.max}; ${other}.`, '/score');
  }
  return { min: ends.min, max: ends.max };
}

function ownEnds({ min, max }: GivenAnswer): Ends | Rejection {
  const missing = min === undefined || min === null ? 'min' : max === undefined || max === null ? 'max' : null;
  if (missing) return reject('scale-ends-missing', `A scale needs its lowest and highest answer: give "${missing}" too.`, `/${missing}`);
  const ends = { min: min ?? 0, max: max ?? 0 };
  if (ends.min < ends.max) return ends;
  return reject('scale-ends-wrong', `The lowest answer (${ends.min}) must be less than the highest (${ends.max}): swap or correct them.`, '/min');
}

function endsOf(metric: 'nps' | 'csat', { min, max }: GivenAnswer): Ends | Rejection {
  const ends = fixedEnds[metric];
  if ((min ?? ends.min) === ends.min && (max ?? ends.max) === ends.max) return ends;
  const detail = `${metric} goes from ${ends.min} to ${ends.max}: leave min and max out, or use the metric "scale" for another range.`;
  return reject('scale-ends-wrong', detail, (min ?? ends.min) === ends.min ? '/max' : '/min');
}
