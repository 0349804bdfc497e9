import { textRule } from '@tenure/shape';

const longest = 128;

/**
 * The id of a customer, as long as in commands. Version 0.1.0 recorded ids that commands now refuse for other reasons:
 * such a customer is still found.
 */
export const IsCustomerId = (): PropertyDecorator =>
  textRule({
    name: 'isCustomerId',
    code: 'wrong-identifier',
    accepts: (text) => text.length <= longest,
    detail: (value) => `must be at most ${longest} characters long; it has ${String(value).length}`,
    schema: { type: 'string', minLength: 1, maxLength: longest },
  });
