import { getMetadataStorage, ValidationTypes } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata.js';
import { type Check, constraintCheck } from './constraints.js';
import { nestingOf, type ShapeClass } from './nested.js';
import { pointerStep } from './problem.js';
import { type Finding, ruleOf } from './rule.js';

/** A check of one field, over the value or over each item of it. */
export interface FieldCheck extends Check {
  readonly each: boolean;
  findings?(value: unknown): readonly Finding[];
}

/** The metadata of class-validator for one field, in the form that a compiled shape runs. */
export interface Field {
  readonly name: string;
  readonly step: string;
  /** `IsOptional`: undefined and null count as absent. */
  readonly optional: boolean;
  /** `ValidateIf`: the field is checked only while all of these hold. */
  readonly conditions: readonly ((object: object, value: unknown) => boolean)[];
  readonly checks: readonly FieldCheck[];
  readonly nested: { readonly type: () => ShapeClass; readonly list: boolean } | undefined;
}

function checksOf(target: ShapeClass, metadata: ValidationMetadata): FieldCheck[] {
  const rule = ruleOf(metadata);
  if (rule) return [{ code: rule.code, accepts: rule.accepts, detail: rule.detail, findings: rule.findings, each: metadata.each }];
  const args = {
    targetName: target.name,
    property: metadata.propertyName,
    object: {},
    constraints: metadata.constraints,
  };
  const own = typeof metadata.message === 'string' ? metadata.message : null;
  return getMetadataStorage()
    .getTargetValidatorConstraints(metadata.constraintCls)
    .map((constraint) => {
      if (constraint.async) throw new TypeError(`${target.name}.${metadata.propertyName}: asynchronous rules cannot be part of a shape`);
      const check = constraintCheck(constraint.name, constraint.instance, args);
      return { ...check, detail: own === null ? check.detail : () => own, each: metadata.each };
    });
}

/** The type comes before the content, and the whole before its items: one problem, not five that follow from it. */
function rank({ code, each }: FieldCheck): number {
  if (code === 'required') return 0;
  return (each ? 3 : 1) + (code === 'wrong-type' ? 0 : 1);
}

function fieldOf(target: ShapeClass, name: string, metadatas: readonly ValidationMetadata[]): Field {
  const conditional = metadatas.filter((metadata) => metadata.type === ValidationTypes.CONDITIONAL_VALIDATION);
  const isNested = metadatas.some((metadata) => metadata.type === ValidationTypes.NESTED_VALIDATION);
  const nested = nestingOf(target, name);
  if (isNested && !nested)
    throw new TypeError(`${target.name}.${name}: declare it with Nested or NestedList instead of ValidateNested, so that its type is known`);
  return {
    name,
    step: pointerStep(name),
    optional: conditional.some((metadata) => metadata.name === 'isOptional'),
    conditions: conditional.filter((metadata) => metadata.name !== 'isOptional').map((metadata) => metadata.constraints[0]),
    checks: metadatas
      .filter((metadata) => metadata.constraintCls !== undefined)
      .flatMap((metadata) => checksOf(target, metadata))
      .sort((left, right) => rank(left) - rank(right)),
    nested,
  };
}

/** The number of classes between a class and the one it extends that declares the field. */
function generation(target: ShapeClass, declaredIn: unknown): number {
  let steps = 0;
  for (let owner: object | null = target; owner !== null && owner !== declaredIn; owner = Object.getPrototypeOf(owner)) steps += 1;
  return steps;
}

/**
 * The fields of a class, inherited ones first. Throws a TypeError that names the field if it cannot be compiled.
 */
export function fieldsOf(target: ShapeClass): Field[] {
  const storage = getMetadataStorage();
  const metadatas = storage.getTargetValidationMetadatas(target, '', false, false);
  const oldestFirst = metadatas.toSorted((left, right) => generation(target, right.target) - generation(target, left.target));
  return Object.entries(storage.groupByPropertyName(oldestFirst)).map(([name, own]) => fieldOf(target, name, own));
}

/** The fields of a class that hold another shape, or a list of them. */
export function nestedFields(target: ShapeClass): Array<{ readonly name: string; readonly type: ShapeClass; readonly list: boolean }> {
  return fieldsOf(target).flatMap(({ name, nested }) => (nested ? [{ name, type: nested.type(), list: nested.list }] : []));
}
