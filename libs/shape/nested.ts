import { ValidateNested } from 'class-validator';
import { asDecorator, type Finding, type Rule } from './rule.js';

// biome-ignore lint/suspicious/noExplicitAny: any class may describe a shape
export type ShapeClass<T extends object = any> = new () => T;

interface Nesting {
  readonly type: () => ShapeClass;
  readonly list: boolean;
}

/** class-validator knows that a field is nested, but not its class: this remembers it, per class and field. */
const nestings = new WeakMap<object, Map<string, Nesting>>();

/** The shape in a field of the class (or of a class it extends), if it was declared with `Nested` or `NestedList`. */
export function nestingOf(target: ShapeClass, field: string): Nesting | undefined {
  for (let owner: object | null = target; owner !== null; owner = Object.getPrototypeOf(owner)) {
    const nesting = nestings.get(owner)?.get(field);
    if (nesting) return nesting;
  }
  return undefined;
}

export const isPlainObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const oneObject: Rule = {
  name: 'isShape',
  code: 'wrong-type',
  accepts: isPlainObject,
  detail: () => 'must be a JSON object, {...}',
  schema: {},
};

const notAnObject = (at: number): Finding => ({
  pointer: `/${at}`,
  code: 'wrong-type',
  detail: 'must be a JSON object, {...}',
});

const listOfObjects: Rule = {
  name: 'isShapeList',
  code: 'wrong-type',
  accepts: (value) => Array.isArray(value) && value.every(isPlainObject),
  detail: () => 'must be an array of JSON objects, [{...}, ...]',
  findings: (value) => (Array.isArray(value) ? value : []).flatMap((item, at) => (isPlainObject(item) ? [] : [notAnObject(at)])),
  schema: { type: 'array' },
};

function declare(nesting: Nesting, rule: Rule): PropertyDecorator {
  const isShape = asDecorator(rule);
  const validateNested = ValidateNested({ each: nesting.list });
  return (target, field) => {
    const fields = nestings.get(target.constructor) ?? new Map<string, Nesting>();
    nestings.set(target.constructor, fields.set(String(field), nesting));
    validateNested(target, field);
    isShape(target, field);
  };
}

/** A field that is an object of another shape: `@Nested(() => Money) amount!: Money`. */
export const Nested = (type: () => ShapeClass): PropertyDecorator => declare({ type, list: false }, oneObject);

/** A field that is an array of objects of another shape. Bound its length with `ArrayMaxSize`. */
export const NestedList = (type: () => ShapeClass): PropertyDecorator => declare({ type, list: true }, listOfObjects);
