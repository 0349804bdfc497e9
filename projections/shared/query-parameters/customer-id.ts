import { textRule } from '@tenure/shape';

const longest = 128;

/**
 * The id of a customer, as long as commands take it. What else they refuse in an id by now was recorded by version 0.1.0:
 * such a customer is found all the same.
 */
export const IsCustomerId = (): PropertyDecorator =>
  textRule({
    name: 'isCustomerId',
    code: 'wrong-identifier',
    accepts: (text) => text.length <= longest,
    detail: (value) => `must be at most ${longest} characters long; it has ${String(value).length}`,
    schema: { type: 'string', minLength: 1, maxLength: longest },
  });
