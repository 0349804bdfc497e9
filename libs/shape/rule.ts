import { ValidateBy, type ValidationOptions } from 'class-validator';
import type { JsonSchema } from './json-schema-type.js';

/** A fault inside a value, `pointer` counted from that value. */
export interface Finding {
  readonly pointer: string;
  readonly code: string;
  /** Continues the sentence after the name of the place: "must be ...". */
  readonly detail: string;
}

/**
 * A rule of our own for a field: class-validator runs it, a compiled shape runs it faster and with better messages, and the
 * JSON schema shows it. All three use this one definition.
 */
export interface Rule {
  /** class-validator's name of the constraint, e.g. `isTime`. */
  readonly name: string;
  /** The problem's code. */
  readonly code: string;
  accepts(value: unknown): boolean;
  /** What the field must be, continuing after its name, with the remedy: "must be an RFC 3339 time, e.g. ...". */
  detail(value: unknown): string;
  /** For a rule over a whole record: each fault in it, instead of one problem for all. */
  findings?(value: unknown): readonly Finding[];
  readonly schema: JsonSchema;
}

interface RuleContext {
  readonly rule: Rule;
}

/** Makes a property decorator of a rule. */
export function asDecorator(rule: Rule, options: ValidationOptions = {}): PropertyDecorator {
  const context: RuleContext = { rule };
  return ValidateBy(
    {
      name: rule.name,
      constraints: [],
      validator: {
        validate: (value) => rule.accepts(value),
        defaultMessage: (args) => `$property ${rule.detail(args?.value)}`,
      },
    },
    { ...options, context },
  );
}

/** The rule that `asDecorator` left in class-validator's metadata, if it did. */
export function ruleOf(metadata: { context?: Partial<RuleContext> }): Rule | undefined {
  return metadata.context?.rule;
}
