import { readBody } from './read-body.js';

it('a text becomes what the field takes', async () => {
  const words = ['customerId=1001', 'orderId=17', 'amount=11.77 USD', 'quantity=2', 'occurredAt=2026-03-01'];
  expect(await readBody('RecordPurchase', words, undefined)).toEqual({
    customerId: '1001',
    orderId: '17',
    amount: { minor: 1177, currency: 'USD' },
    quantity: 2,
    occurredAt: '2026-03-01',
  });
});

it('fields inside others, lists as JSON, on top of --data-json', async () => {
  const words = ['personal.name=Ada = Countess', 'attributes.vip=true', 'attributes.region=north'];
  expect(await readBody('RegisterCustomer', words, '{"customerId": "1", "personal": {"email": "a@b"}}')).toEqual({
    customerId: '1',
    personal: { email: 'a@b', name: 'Ada = Countess' },
    attributes: { vip: true, region: 'north' },
  });
});

it('digits stay a text where the field takes texts; a number is written with :=', async () => {
  const words = ['attributes.zip=01234', 'attributes.card=4111111111111111999', 'attributes.version=1.10', 'attributes.floor:=3', 'attributes.url=a:=b'];
  expect(await readBody('RegisterCustomer', words, undefined)).toEqual({
    attributes: { zip: '01234', card: '4111111111111111999', version: '1.10', floor: 3, url: 'a:=b' },
  });
});

it.each([
  ['compensation=7 EUR', { compensation: { minor: 700, currency: 'EUR' } }],
  ['compensation.minor=700', { compensation: { minor: 700 } }],
  ['compensation={"minor":700,"currency":"EUR"}', { compensation: { minor: 700, currency: 'EUR' } }],
  ['compensation=null', { compensation: null }],
])('%s: money that can be taken away is money', async (word, body) => {
  expect(await readBody('CorrectComplaint', [word], undefined)).toEqual(body);
});

it('a field that is not there is left for the engine to refuse by name', async () => {
  expect(await readBody('RecordPurchase', ['amont=3'], undefined)).toEqual({ amont: '3' });
});

it.each([
  [['customerId'], 'is not field=value'],
  [['amount=1.005 USD'], 'finer than USD goes'],
  [['amount=lots'], 'amount="20 EUR" or amount=\'{"minor":2000,"currency":"EUR"}\''],
  [['amount=12.50'], 'amount="12.50 EUR" or amount=\'{"minor":1250,"currency":"EUR"}\''],
  [['lines=2'], 'an object or a list is written as JSON'],
  [['quantity=9007199254740993'], 'cannot be kept exactly'],
  [['quantity:=2,5'], 'not valid JSON'],
  [['__proto__.x=1'], 'is not the name of a field'],
  [['customerId=1', 'customerId.x=1'], 'has a value already'],
])('%j is wrong usage', async (words, sentence) => {
  await expect(readBody('RecordPurchase', words, undefined)).rejects.toMatchObject({ name: 'WrongUsage', message: expect.stringContaining(sentence) });
});

it.each(['{', '[]', '"x"', 'null'])('--data-json %s is refused', async (text) => {
  await expect(readBody('RecordPurchase', [], text)).rejects.toMatchObject({ name: 'WrongUsage', message: expect.stringContaining('--data-json') });
});
