import { type Field, fieldsOf } from './field.js';
import { checkFreeValue, DEEPEST, forbiddenNames } from './free-value.js';
import { nearest } from './nearest.js';
import { isPlainObject, type ShapeClass } from './nested.js';
import { ProblemList, placeName, pointerStep, type ShapeProblem, show } from './problem.js';

/** A class's rules, compiled once: whether a value parsed from JSON or a query string has the shape, and if not, why. */
export interface Shape<T extends object = object> {
  readonly type: ShapeClass<T>;
  readonly fields: readonly string[];
  /** All faults of the value; empty when it has the shape. Never throws, changes nothing. */
  check(value: unknown): ShapeProblem[];
}

interface CompiledShape<T extends object> extends Shape<T> {
  checkObject(object: Record<string, unknown>, pointer: string, depth: number, list: ProblemList): void;
}

/** A name longer than this is not repeated in a pointer. */
const LONGEST_NAME = 256;

const compiled = new WeakMap<ShapeClass, CompiledShape<object>>();

/** Compiles the class-validator metadata of a class; the same class gives the same shape. */
export function compileShape<T extends object>(type: ShapeClass<T>): Shape<T> {
  return compile(type);
}

function compile<T extends object>(type: ShapeClass<T>): CompiledShape<T> {
  const known = compiled.get(type);
  if (known) return known as CompiledShape<T>;
  const fields = fieldsOf(type);
  const names = new Set(fields.map((field) => field.name));
  const checkers = fields.map(fieldChecker);
  const shape: CompiledShape<T> = {
    type,
    fields: [...names],
    check(value) {
      const list = new ProblemList();
      if (isPlainObject(value)) shape.checkObject(value, '', 1, list);
      else list.add('', 'wrong-type', `must be a JSON object with the fields ${[...names].join(', ')}`);
      return list.problems;
    },
    checkObject(object, pointer, depth, list) {
      let present = 0;
      for (const checker of checkers) if (checker(object, pointer, depth, list)) present += 1;
      if (Object.keys(object).length !== present) checkNames(object, names, pointer, list);
    },
  };
  compiled.set(type, shape);
  return shape;
}

/** Checks one field of an object; true when the object has that field. */
type FieldChecker = (object: Record<string, unknown>, pointer: string, depth: number, list: ProblemList) => boolean;

function fieldChecker(field: Field): FieldChecker {
  const { name, step, optional, conditions, checks } = field;
  let nested: CompiledShape<object> | undefined;
  return (object, pointer, depth, list) => {
    const own = Object.hasOwn(object, name);
    const value = own ? object[name] : undefined;
    if (optional && (value === undefined || value === null)) return own;
    for (const holds of conditions) if (!holds(object, value)) return own;
    for (const check of checks) {
      if (!passes(check, value)) {
        report(check, value, pointer + step, list);
        return own;
      }
    }
    if (typeof value !== 'object' || value === null) return own;
    if (!field.nested) checkFreeValue(value, pointer + step, list);
    else if (depth >= DEEPEST) list.add(pointer + step, 'too-deep', `${placeName(pointer + step)} is nested more than ${DEEPEST} levels deep`);
    else {
      nested ??= compile<object>(field.nested.type());
      if (!Array.isArray(value)) nested.checkObject(value as Record<string, unknown>, pointer + step, depth + 1, list);
      else for (let at = 0; at < value.length && !list.full; at += 1) nested.checkObject(value[at], `${pointer + step}/${at}`, depth + 1, list);
    }
    return own;
  };
}

const passes = (check: Field['checks'][number], value: unknown): boolean =>
  check.each && Array.isArray(value) ? value.every(check.accepts) : check.accepts(value);

function report(check: Field['checks'][number], value: unknown, pointer: string, list: ProblemList): void {
  const place = placeName(pointer);
  if (value === undefined || value === null) {
    const isNull = value === null ? ' and must not be null' : '';
    const what = check.code === 'required' ? '' : `; it ${check.detail(value)}`;
    list.add(pointer, 'required', `${place} is required${isNull}${what}`);
    return;
  }
  const findings = check.findings?.(value) ?? [];
  for (const finding of findings) list.add(pointer + finding.pointer, finding.code, `${placeName(pointer + finding.pointer)} ${finding.detail}`);
  if (findings.length > 0) return;
  if (!check.each || !Array.isArray(value)) list.add(pointer, check.code, `${place} ${check.detail(value)}`);
  else {
    value.forEach((item, at) => {
      if (!check.accepts(item) && !list.full) list.add(`${pointer}/${at}`, check.code, `${placeName(`${pointer}/${at}`)} ${check.detail(item)}`);
    });
  }
}

function checkNames(object: Record<string, unknown>, names: ReadonlySet<string>, pointer: string, list: ProblemList): void {
  for (const name of Object.keys(object)) {
    if (names.has(name)) continue;
    if (list.full) return;
    const at = name.length > LONGEST_NAME ? pointer : pointer + pointerStep(name);
    if (forbiddenNames.has(name)) {
      list.add(at, 'forbidden-field', `${JSON.stringify(name)} cannot be the name of a field: remove it`);
      continue;
    }
    const near = nearest(name, names);
    const where = pointer === '' ? '' : ` in ${placeName(pointer)}`;
    list.add(at, 'unknown-field', `there is no field ${show(name)}${where}; ${near ? `did you mean "${near}"?` : `there are: ${[...names].join(', ')}`}`);
  }
}
