import { compileShape } from '@tenure/shape';
import { ChangeCustomerDetails } from './change-customer-details.command.js';
import { RegisterCustomer } from './register-customer.command.js';

const register = (fields: object) => compileShape(RegisterCustomer).check({ customerId: 'C-1', ...fields });
const change = (fields: object) => compileShape(ChangeCustomerDetails).check({ customerId: 'C-1', ...fields });

it('takes attributes that are flat', () => {
  const many = Object.fromEntries(Array.from({ length: 64 }, (_, at) => [`a${at}`, at]));
  expect(register({ attributes: { region: 'north', vip: false, score: -1.5, 'x.y-z_1': '' } })).toEqual([]);
  expect(register({ attributes: many })).toEqual([]);
});

it.each([
  [{ Region: 'n' }, '/attributes/Region', 'wrong-attribute-name'],
  [{ 'a b': 1 }, '/attributes/a b', 'wrong-attribute-name'],
  [{ constructor: 1 }, '/attributes/constructor', 'wrong-attribute-name'],
  [{ ['x'.repeat(65)]: 1 }, `/attributes/${'x'.repeat(65)}`, 'wrong-attribute-name'],
  [JSON.parse('{"__proto__": 1}'), '/attributes/__proto__', 'wrong-attribute-name'],
  [{ region: { deep: 1 } }, '/attributes/region', 'wrong-attribute-value'],
  [{ region: ['n'] }, '/attributes/region', 'wrong-attribute-value'],
  [{ region: null }, '/attributes/region', 'wrong-attribute-value'],
  [{ region: 'x'.repeat(257) }, '/attributes/region', 'wrong-attribute-value'],
  [{ region: '\u0007' }, '/attributes/region', 'wrong-attribute-value'],
  [Object.fromEntries(Array.from({ length: 65 }, (_, at) => [`a${at}`, at])), '/attributes', 'too-many'],
  ['north', '/attributes', 'wrong-type'],
])('refuses attributes %j', (attributes, pointer, code) => {
  expect(register({ attributes })).toEqual([{ pointer, code, detail: expect.stringMatching(/^attributes/) }]);
});

it('names every attribute that is wrong', () => {
  expect(register({ attributes: { Region: 1, tags: [] } }).map(({ pointer }) => pointer)).toEqual(['/attributes/Region', '/attributes/tags']);
});

it('takes null for "remove" in a change only', () => {
  expect(change({ attributes: { region: null }, personal: { phone: null } })).toEqual([]);
});

it.each([
  [{ email: 'nobody' }, '/personal/email', 'personal.email must be an e-mail address, e.g. "ada@example.com"'],
  [{ nmae: 'Ada' }, '/personal/nmae', 'there is no field "nmae" in personal; did you mean "name"?'],
  [{ birthDate: '1984-02-30' }, '/personal/birthDate', expect.stringContaining('calendar day that exists')],
  [{ name: '   ' }, '/personal/name', expect.stringContaining('must not be blank')],
])('refuses personal details %j', (personal, pointer, detail) => {
  expect(register({ personal })).toEqual([{ pointer, code: expect.any(String), detail }]);
});

it('never repeats what a person is called or where they live', () => {
  const secrets = ['Ada\u0000King', 'adaking', '12-St-James'];
  const found = register({ personal: { name: secrets[0], email: secrets[1], birthDate: secrets[2] } });
  expect(found).toHaveLength(3);
  for (const secret of secrets) expect(JSON.stringify(found)).not.toContain(secret);
});
