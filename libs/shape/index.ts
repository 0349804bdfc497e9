export { compileShape, type Shape } from './compile.js';
export { currencyCodes, currencyDigits, isCurrency } from './currency.js';
export { Describe, type JsonSchema, jsonSchemas, toJsonSchema } from './json-schema.js';
export { nearest } from './nearest.js';
export { isPlainObject, Nested, NestedList, type ShapeClass } from './nested.js';
export { pointerStep, type ShapeProblem, show } from './problem.js';
export { asDecorator, type Finding, type Rule } from './rule.js';
export { IsCurrency, IsDay, IsDuration, IsId, IsNumberText, IsText, IsTime, IsWholeNumberText } from './rules.js';
export { isIdentifier, textFault } from './text.js';
