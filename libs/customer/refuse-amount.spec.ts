import { commands } from './commands.js';
import { moneyFieldsOf } from './refuse-amount.js';
import { registered, usd } from './testing/story.js';

const tooLarge = usd(1e13 + 1);

it('knows every amount of every command', () => {
  const places = Object.fromEntries(
    commands.map(({ name, shape }) => [name, moneyFieldsOf(shape).map((field) => field.name)]).filter(([, fields]) => fields!.length > 0),
  );
  expect(places).toEqual({
    RecordPurchase: ['amount', 'lines'],
    CorrectPurchase: ['amount', 'lines'],
    RecordReturn: ['amount'],
    CorrectReturn: ['amount'],
    StartSubscription: ['price'],
    ChangeSubscription: ['price'],
    RenewSubscription: ['amount'],
    ResolveComplaint: ['compensation'],
    CorrectComplaint: ['compensation'],
  });
});

const story = () =>
  registered()
    .given('RecordPurchase', { orderId: 'A', amount: usd(1e13), occurredAt: '2026-03-01' })
    .given('RecordReturn', { returnId: 'R', amount: usd(1e13), occurredAt: '2026-03-02' })
    .given('StartSubscription', { subscriptionId: 'S', plan: 'p', price: usd(1e13), interval: 'P1M', occurredAt: '2026-03-01' })
    .given('LogComplaint', { complaintId: 'K', subject: 'late', occurredAt: '2026-03-01' });

it.each([
  ['RecordPurchase', { amount: tooLarge }, '/amount/minor'],
  ['RecordPurchase', { lines: [{ product: 'tea', quantity: 1, amount: tooLarge }] }, '/lines/0/amount/minor'],
  ['CorrectPurchase', { orderId: 'A', amount: tooLarge, reason: 'typed wrong' }, '/amount/minor'],
  ['RecordReturn', { amount: tooLarge }, '/amount/minor'],
  ['CorrectReturn', { returnId: 'R', amount: tooLarge, reason: 'typed wrong' }, '/amount/minor'],
  ['StartSubscription', { plan: 'p', price: tooLarge, interval: 'P1M' }, '/price/minor'],
  ['ChangeSubscription', { subscriptionId: 'S', price: tooLarge }, '/price/minor'],
  ['RenewSubscription', { subscriptionId: 'S', amount: tooLarge }, '/amount/minor'],
  ['ResolveComplaint', { complaintId: 'K', resolution: 'paid', compensation: tooLarge }, '/compensation/minor'],
])('%s with %j is refused: the message names the setting and what such numbers are', (name, fields, pointer) => {
  const refusal = story().refusal(name, fields);
  expect(refusal).toMatchObject({ code: 'amount-too-large', pointer });
  expect(refusal.detail).toMatch(/100000000000\.01 USD.*barcodes.*TENURE_LARGEST_AMOUNT/);
  expect(story().outcome(name, fields, { largestAmount: Number.MAX_SAFE_INTEGER }).length).toBeGreaterThan(0);
});

it('does not judge what is recorded already by what is allowed now', () => {
  const large = registered();
  const [fact] = large.outcome('RecordPurchase', { orderId: 'A', amount: usd(Number.MAX_SAFE_INTEGER) }, { largestAmount: Number.MAX_SAFE_INTEGER });
  expect(fact).toBeDefined();
  large.given('RecordVisit');
});
