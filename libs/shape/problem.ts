/** One fault of a value, and where: enough for a person to fix it and for a program to point at it. */
export interface ShapeProblem {
  /** RFC 6901 JSON pointer to the field, e.g. `/amount/minor`; empty for the whole value. */
  readonly pointer: string;
  /** Stable, kebab-case: `required`, `unknown-field`, `wrong-type`, ... */
  readonly code: string;
  /** A sentence that names the field and the remedy. */
  readonly detail: string;
}

/** More problems help nobody, and would let a small body make a huge answer. */
const MOST_PROBLEMS = 100;

/** Collects problems up to a limit, and reports when there were more. */
export class ProblemList {
  readonly problems: ShapeProblem[] = [];

  get full(): boolean {
    return this.problems.length > MOST_PROBLEMS;
  }

  add(pointer: string, code: string, detail: string): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ pointer, code, detail });
    else if (!this.full) {
      const more = `there are more than ${MOST_PROBLEMS} problems; fix these first; the rest are not listed`;
      this.problems.push({ pointer: '', code: 'too-many-problems', detail: more });
    }
  }
}

/** One step of an RFC 6901 pointer. */
export function pointerStep(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The name of the place of a pointer in a sentence: `/lines/0/amount` is `lines[0].amount`. */
export function placeName(pointer: string): string {
  if (pointer === '') return 'the value';
  const steps = pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps.map((step, at) => (/^\d+$/.test(step) ? `[${step}]` : at === 0 ? step : `.${step}`)).join('');
}

/** A value as a sentence can show it: always short, and objects by kind only. */
export function show(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}...` : value);
}

/** The value that was sent instead, as the end of a sentence; empty for a field that was not sent. */
export function got(value: unknown): string {
  return value === undefined || value === null ? '' : `; got ${show(value)}`;
}
