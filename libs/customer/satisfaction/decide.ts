import type { Decision, Moment } from '../aspect.js';
import { given } from '../fact.js';
import { isRejection, type Rejection, reject } from '../rejection.js';
import type { CustomerState } from '../state.js';
import { satisfactionRecorded } from './events.js';
import type { RecordSatisfaction } from './record-satisfaction.command.js';

interface Ends {
  readonly min: number;
  readonly max: number;
}

const fixedEnds: Readonly<Record<'nps' | 'csat', Ends>> = { nps: { min: 0, max: 10 }, csat: { min: 1, max: 5 } };

export function decideSatisfaction(_: CustomerState, command: RecordSatisfaction, moment: Moment): Decision {
  const { metric, score, about, comment, note } = command;
  const ends = metric === 'scale' ? ownEnds(command) : endsOf(metric, command);
  if (isRejection(ends)) return ends;
  const whole = metric === 'scale' || Number.isInteger(score);
  if (score < ends.min || score > ends.max || !whole) {
    const kind = metric === 'scale' ? 'a score on this scale is a number' : `a score of ${metric} is a whole number`;
    const other = metric === 'scale' ? 'correct it or the ends of the scale' : 'for another range use the metric "scale" with min and max';
    return reject('score-out-of-range', `${score} does not fit: ${kind} from ${ends.min} to ${ends.max}; ${other}.`, '/score');
  }
  const personal = comment || note ? given({ comment, note }) : undefined;
  return [satisfactionRecorded(moment, { metric, score, min: ends.min, max: ends.max, ...given({ about }) }, personal)];
}

function ownEnds({ min, max }: RecordSatisfaction): Ends | Rejection {
  const missing = min === undefined || min === null ? 'min' : max === undefined || max === null ? 'max' : null;
  if (missing) return reject('scale-ends-missing', `A scale needs its lowest and highest answer: give "${missing}" too.`, `/${missing}`);
  const ends = { min: min ?? 0, max: max ?? 0 };
  if (ends.min < ends.max) return ends;
  return reject('scale-ends-wrong', `The lowest answer (${ends.min}) must be less than the highest (${ends.max}): swap or correct them.`, '/min');
}

function endsOf(metric: 'nps' | 'csat', { min, max }: RecordSatisfaction): Ends | Rejection {
  const ends = fixedEnds[metric];
  if ((min ?? ends.min) === ends.min && (max ?? ends.max) === ends.max) return ends;
  const detail = `${metric} goes from ${ends.min} to ${ends.max}: leave min and max out, or use the metric "scale" for another range.`;
  return reject('scale-ends-wrong', detail, (min ?? ends.min) === ends.min ? '/max' : '/min');
}
