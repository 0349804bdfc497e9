import type { ValidationArguments, ValidatorConstraintInterface } from 'class-validator';
import { nearest } from './nearest.js';
import { got, show } from './problem.js';

/** A class-validator constraint as a compiled shape runs it. */
export interface Check {
  readonly code: string;
  accepts(value: unknown): boolean;
  detail(value: unknown): string;
}

type Constraints = readonly unknown[];

/** The message for one of class-validator's own constraints, and a faster form of it where that pays. */
interface Reading {
  readonly code: string;
  detail(constraints: Constraints, value: unknown): string;
  accepts?(constraints: Constraints): (value: unknown) => boolean;
}

const wrongType = (what: string, accepts?: (value: unknown) => boolean): Reading => ({
  code: 'wrong-type',
  detail: (_, value) => `must be ${what}${got(value)}`,
  ...(accepts && { accepts: () => accepts }),
});

const allowed = (values: readonly unknown[], value: unknown): string => {
  const near = typeof value === 'string' ? nearest(value, values.map(String)) : null;
  return `must be one of ${values.map(show).join(', ')}${got(value)}${near ? `, did you mean ${show(near)}?` : ''}`;
};

const listed = (constraint: unknown): readonly unknown[] => (Array.isArray(constraint) ? constraint : Object.values(Object(constraint)));

const readings: Readonly<Record<string, Reading>> = {
  isString: wrongType('a string', (value) => typeof value === 'string'),
  isBoolean: wrongType('true or false', (value) => typeof value === 'boolean'),
  isInt: wrongType('a whole number', Number.isInteger),
  isNumber: wrongType('a finite number'),
  isArray: wrongType('an array', Array.isArray),
  isObject: wrongType('a JSON object'),
  isDefined: { code: 'required', detail: () => 'is required' },
  isNotEmpty: { code: 'empty', detail: () => 'must not be empty' },
  isIn: {
    code: 'not-allowed',
    detail: ([values], value) => allowed(listed(values), value),
    accepts([values]) {
      const set = new Set(listed(values));
      return (value) => set.has(value);
    },
  },
  isEnum: { code: 'not-allowed', detail: ([values], value) => allowed(listed(values), value) },
  equals: { code: 'not-allowed', detail: ([only], value) => `must be ${show(only)}${got(value)}` },
  matches: { code: 'wrong-format', detail: ([pattern]) => `must match ${String(pattern)}` },
  isLength: {
    code: 'wrong-length',
    detail: ([least, most]) => `must be ${least} to ${most ?? 'any number of'} characters long`,
  },
  minLength: { code: 'too-short', detail: ([least]) => `must be at least ${least} characters long` },
  maxLength: { code: 'too-long', detail: ([most]) => `must be at most ${most} characters long` },
  min: { code: 'out-of-range', detail: ([least], value) => `must be at least ${least}${got(value)}` },
  max: { code: 'out-of-range', detail: ([most], value) => `must be at most ${most}${got(value)}` },
  isPositive: { code: 'out-of-range', detail: (_, value) => `must be more than 0${got(value)}` },
  arrayNotEmpty: { code: 'too-few', detail: () => 'must hold at least one item: leave the field out if there is none' },
  arrayMinSize: { code: 'too-few', detail: ([least]) => `must hold at least ${least} items` },
  arrayMaxSize: {
    code: 'too-many',
    detail: ([most], value) => `must hold at most ${most} items; it holds ${Array.isArray(value) ? value.length : 'none'}`,
  },
};

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A check made from a constraint of class-validator itself, by its name; both accept the same values. */
export function constraintCheck(name: string, constraint: ValidatorConstraintInterface, args: Omit<ValidationArguments, 'value'>): Check {
  const constraints: Constraints = args.constraints ?? [];
  const reading = readings[name];
  return {
    code: reading?.code ?? kebab(name),
    accepts: reading?.accepts?.(constraints) ?? ((value) => constraint.validate(value, { ...args, value }) === true),
    detail(value) {
      if (reading) return reading.detail(constraints, value);
      const message = constraint.defaultMessage?.({ ...args, value }) ?? 'is not valid';
      return message.replaceAll('$property ', '').replaceAll('$constraint1', show(constraints[0])).replaceAll('$constraint2', show(constraints[1]));
    },
  };
}
