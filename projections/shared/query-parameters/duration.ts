import { textRule } from '@tenure/shape';
import { horizonDays } from '@tenure/time';
import { checked } from './checked.js';

/** An ISO 8601 duration of whole days, up to three years. @param otherwise a word that is allowed too */
export const IsHorizon = (otherwise?: string): PropertyDecorator =>
  textRule({
    name: 'isHorizon',
    code: 'not-a-duration',
    accepts: (text) => text === otherwise || horizonDays(text) !== null,
    detail: (value) => `is "${value}": write an ISO 8601 duration from P1D to P3Y, such as P90D${otherwise === undefined ? '' : `, or ${otherwise}`}`,
    schema: otherwise === undefined ? { type: 'string', format: 'duration' } : { type: 'string', pattern: `^(P|${otherwise}$)` },
  });

/** In days. */
export const readDuration = (text: string): number => checked(horizonDays(text), text);
