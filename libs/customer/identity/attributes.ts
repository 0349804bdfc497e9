import { asDecorator, type Finding, isPlainObject, pointerStep, type Rule, textFault } from '@tenure/shape';

export const MOST_ATTRIBUTES = 64;
const LONGEST_VALUE = 256;
const KEY = /^[a-z][A-Za-z0-9_.-]{0,63}$/;
const forbidden = new Set(['constructor', 'prototype']);

function keyFinding(key: string): string | null {
  if (KEY.test(key) && !forbidden.has(key)) return null;
  return 'is not a name an attribute can have: begin with a small letter, then letters, digits, "_", "." or "-", 64 at most, e.g. "region"';
}

function valueFinding(value: unknown, nullRemoves: boolean): string | null {
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return null;
  if (value === null && nullRemoves) return null;
  if (typeof value !== 'string') return `must be a text, a number or true/false${nullRemoves ? ', or null to remove it' : ''}`;
  if (value.length > LONGEST_VALUE) return `must be at most ${LONGEST_VALUE} characters long; it has ${value.length}`;
  return textFault(value, true) ? 'must not hold control characters or broken Unicode: remove them' : null;
}

function findingsIn(value: unknown, nullRemoves: boolean): Finding[] {
  if (!isPlainObject(value)) return [];
  const keys = Object.keys(value);
  if (keys.length > MOST_ATTRIBUTES) {
    return [
      {
        pointer: '',
        code: 'too-many',
        detail: `must hold at most ${MOST_ATTRIBUTES} attributes; it holds ${keys.length}`,
      },
    ];
  }
  const findings: Finding[] = [];
  for (const key of keys) {
    const pointer = pointerStep(key);
    const wrongKey = keyFinding(key);
    if (wrongKey) findings.push({ pointer: key.length > 256 ? '' : pointer, code: 'wrong-attribute-name', detail: wrongKey });
    const wrongValue = valueFinding(value[key], nullRemoves);
    if (wrongValue) findings.push({ pointer, code: 'wrong-attribute-value', detail: wrongValue });
  }
  return findings;
}

/** A flat record of facts about a customer (region, sector, ...), none of them personal. */
export function IsAttributes({ nullRemoves }: { nullRemoves: boolean }): PropertyDecorator {
  const types = ['string', 'number', 'boolean', ...(nullRemoves ? ['null'] : [])];
  const rule: Rule = {
    name: 'isAttributes',
    code: 'wrong-type',
    accepts: (value) => isPlainObject(value) && findingsIn(value, nullRemoves).length === 0,
    detail: () => 'must be a JSON object of names and values, e.g. {"region": "north"}',
    findings: (value) => findingsIn(value, nullRemoves),
    schema: {
      type: 'object',
      maxProperties: MOST_ATTRIBUTES,
      propertyNames: { pattern: KEY.source },
      additionalProperties: { type: types, maxLength: LONGEST_VALUE },
    },
  };
  return asDecorator(rule);
}
