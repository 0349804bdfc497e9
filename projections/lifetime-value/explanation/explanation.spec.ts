import type { FittedModel } from '@tenure/querying';
import fc from 'fast-check';
import { recurringRevenueProjection } from '../../recurring-revenue/projection.js';
import { languages } from '../../shared/explanation/language.js';
import { amountText } from '../../shared/money/amount-text.js';
import { arbitraryCustomers } from '../../shared/testing/arbitrary-histories.js';
import { asked, type Texts } from '../../shared/testing/asked.js';
import { contextOf } from '../../shared/testing/context.js';
import { closed, type GivenEvent, purchase, registered, returned } from '../../shared/testing/events.js';
import { nbdParameters, spendParameters, uncertainSpend, weeklyFit } from '../../shared/testing/fits.js';
import { type Histories, MemorySnapshot } from '../../shared/testing/memory-snapshot.js';
import { customerValueQuery } from '../customer-query.js';
import { CustomerValueParameters } from '../parameters.js';
import { valueProjection } from '../projection.js';
import type { CustomerValue, NoValue } from '../valuer.js';
import { wordings } from './explain.js';
import { type CustomerValueExplanation, valueExplanationQuery } from './explanation-query.js';
import { ValueExplanationParameters } from './parameters.js';
import type { SectionCode } from './wording.js';

const ada: readonly GivenEvent[] = [
  registered('2026-01-01'),
  purchase('2026-01-01', { orderId: 'o1', minor: 99_900 }),
  purchase('2026-01-11', { orderId: 'o2', minor: 7_000 }),
  purchase('2026-01-21', { orderId: 'o3', minor: 4_500 }),
  returned('2026-02-05', 'r1', 'o2', 1_500),
];
const terms = { customerId: 'ada', currency: 'USD', about: '2026-03-31', margin: '0.4' };
const fits = [weeklyFit, uncertainSpend];
const contextWith = (histories: Histories, models: readonly FittedModel[]) =>
  contextOf(new MemorySnapshot([valueProjection, recurringRevenueProjection, recurringRevenueProjection], histories), { models });

const explained = async (events: readonly GivenEvent[], texts: Texts = {}, models: readonly FittedModel[] = fits) =>
  (await valueExplanationQuery.run(
    contextWith({ ada: events }, models),
    asked(ValueExplanationParameters, { ...terms, ...texts }),
  )) as CustomerValueExplanation;
const answered = async (events: readonly GivenEvent[], models: readonly FittedModel[] = fits) =>
  (await customerValueQuery.run(contextWith({ ada: events }, models), asked(CustomerValueParameters, terms))) as CustomerValue | NoValue;

const section = ({ sections }: CustomerValueExplanation, wanted: SectionCode) => sections.find(({ code }) => code === wanted)?.texts;
const codes = ({ sections }: CustomerValueExplanation) => sections.map(({ code }) => code);

it('says in English what the value is made of, with the figures that went in, the terms, the interval, the models and what would change it', async () => {
  const explanation = await explained(ada);
  const { value, parts, expectedPurchases, probabilityAlive, interval } = (await answered(ada)) as CustomerValue;
  expect(explanation).toMatchObject({ value, parts, margin: 0.4, horizon: 'P3Y' });
  expect(codes(explanation)).toEqual([
    'computed',
    'result',
    'parts',
    'figures',
    'terms',
    'interval',
    'changes',
    'data',
    'not-used',
    'model',
    'decision',
    'rights',
  ]);
  expect(section(explanation, 'computed')![0]).toMatch(/^What the customer is expected to bring within 1095 days after 2026-03-31\./);
  expect(section(explanation, 'result')).toEqual([`The value is ${amountText(value)}.`]);
  expect(section(explanation, 'parts')![3]).toContain('So far the customer has brought 439.60 USD');
  expect(section(explanation, 'figures')).toEqual([
    'The customer bought on 3 days, the first 2026-01-01 and the last 2026-01-21.',
    'There are 3 purchases in the currency of the value, of 1,114.00 USD; 15.00 USD of it was returned, and 0.00 USD more that belongs to no known order.',
    `The probability that the customer has not left for good is ${(100 * probabilityAlive).toFixed(1)} %.`,
    `Of a customer who has surely not left ${parts.purchasesIfActive.toFixed(3)} days with a purchase are expected, later ones counting less. Times that probability these are ${expectedPurchases.toFixed(3)}.`,
    expect.stringMatching(/^That is \d+\.\d % of all that is expected without an end\.$/),
    "Each such day is expected to bring 46.00 USD: 80.0 % of it by the customer's own mean of the days after the first, 50.00 USD, and the rest by 30.00 USD, which is expected of a customer of whom nothing is known. The more such days, the more the own mean counts.",
    `Days, amount and margin are multiplied before any of them is rounded: ${expectedPurchases.toFixed(3)} x 46.00 USD x 40.0 % = ${amountText(value)}.`,
  ]);
  expect(section(explanation, 'terms')).toEqual([
    'Purchases count within 1095 days. The company has stated nothing: this is what is taken then.',
    'Money that comes a year later counts 9.1 % less (discount rate 10.0 % a year). The company has stated nothing: this is what is taken then.',
    'Of what is paid 40.0 % is kept (margin). This was given with the question.',
  ]);
  expect(section(explanation, 'interval')![0]).toContain(`between ${amountText(interval!.low)} and ${amountText(interval!.high)} (95 % interval)`);
  expect(section(explanation, 'model')![0]).toMatch(/mbg-nbd.*2025-01-01T00:00:00Z.*2024-12-31.*fit-of-mbg-nbd/);
  expect(section(explanation, 'model')![1]).toMatch(/gamma-gamma.*fit-of-gamma-gamma/);
  expect(section(explanation, 'changes')).toHaveLength(4);
  for (const { heading, texts } of explanation.sections) for (const text of [heading, ...texts]) expect(explanation.markdown).toContain(text);
});

it('says the same in Chinese, with the same sections and figures, and no English sentence', async () => {
  for (const texts of [{}, { horizon: 'infinite' }]) {
    const [english, chinese] = [await explained(ada, texts), await explained(ada, { ...texts, language: 'zh' })];
    const shape = ({ sections }: CustomerValueExplanation) => sections.map(({ code, texts: written }) => [code, written.length]);
    expect(shape(chinese)).toEqual(shape(english));
    for (const { heading, texts: written } of chinese.sections) for (const text of [heading, ...written]) expect(text).toMatch(/[\u4e00-\u9fff]/);
    // Names, such as mbg-nbd or PIPL, and two words at most, are no sentence.
    expect(chinese.markdown).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/i);
    expect(chinese.markdown).toContain(amountText(chinese.value!));
  }
});

it('names amounts that add up to the minor unit, whatever the history and the margin', async () => {
  /** All amounts of a text, in minor units. */
  const minors = (text: string): bigint[] =>
    [...text.matchAll(/(-?[\d,]+)\.(\d\d) USD/g)].map(([, major, rest]) => BigInt(`${major}${rest}`.replaceAll(',', '')));
  await fc.assert(
    fc.asyncProperty(arbitraryCustomers, fc.constantFrom('1', '0.3', '0'), async (customers, margin) => {
      for (const customerId of Object.keys(customers)) {
        const given = asked(ValueExplanationParameters, { customerId, currency: 'USD', margin });
        const explanation = (await valueExplanationQuery.run(contextWith(customers, [weeklyFit, spendParameters]), given)) as CustomerValueExplanation;
        expect(explanation.markdown).not.toMatch(/NaN|null|undefined|Infinity/);
        if (explanation.value === null) continue;
        const [ifActive, lost, future, past, whole] = section(explanation, 'parts')!
          .slice(0, 5)
          .map((text) => minors(text)[0]!) as [bigint, bigint, bigint, bigint, bigint];
        expect([ifActive - lost, past + future]).toEqual([future, whole]);
        expect(future).toBe(BigInt(explanation.value.minor));
      }
    }),
    { numRuns: 60 },
  );
});

it('says what the company stated, from when on, and the margin of the products that the customer bought', async () => {
  const stated = { from: '2026-01-01', reason: 'as the accounts say', currency: 'USD' };
  const terms: GivenEvent[] = [
    { type: 'MarginStated', at: '2026-02-10', data: { ...stated, product: null, share: 0.5 } },
    { type: 'DiscountRateStated', at: '2026-02-10', data: { ...stated, rate: 0.2 } },
  ];
  const ofLamps: GivenEvent = { type: 'MarginStated', at: '2026-02-10', data: { ...stated, product: 'lamp', share: 0.1 } };
  const bought = [purchase('2026-01-01', { minor: 30_000, product: 'lamp' }), purchase('2026-01-11', { minor: 10_000 })];
  const told = async (texts: Texts, given: readonly GivenEvent[]) => {
    const context = contextOf(new MemorySnapshot([valueProjection], { ada: bought }), { models: fits, terms: given });
    const parameters = asked(ValueExplanationParameters, { customerId: 'ada', currency: 'USD', ...texts });
    return (await valueExplanationQuery.run(context, parameters)) as CustomerValueExplanation;
  };
  expect(section(await told({}, terms), 'terms')!.slice(1)).toEqual([
    'Money that comes a year later counts 16.7 % less (discount rate 20.0 % a year). The company stated this, from 2026-01-01 on (position 0000000000000002 of the log).',
    'Of what is paid 50.0 % is kept (margin). The company stated this, from 2026-01-01 on (position 0000000000000001 of the log).',
  ]);
  const english = await told({}, [...terms, ofLamps]);
  expect(section(english, 'terms')![2]).toMatch(/^Of what the customer pays 20\.0 % is kept: .*1 product has a margin of its own/);
  expect(section(english, 'figures')!.at(-1)).toContain(' x 20.0 % = ');
  const chinese = await told({ language: 'zh' }, [...terms, ofLamps]);
  expect(section(chinese, 'terms')![2]).toMatch(/保留 20\.0%.*1 种产品/);
  expect(chinese.markdown).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/i);
});

const objection: GivenEvent = { type: 'ScoringObjectionRaised', at: '2026-03-01', precision: 'day' };

it.each([
  ['scoring-objected', [...ada, objection], fits, /2026-03-01/],
  ['closed', [...ada, closed('2026-03-05')], fits, /closed/],
  ['no-purchase', [registered('2026-01-01')], fits, /2026-03-31/],
  ['no-purchase-in-currency', [purchase('2026-01-01', { currency: 'EUR' })], fits, /USD/],
  ['too-little-data', ada, [], /200 customers/],
  ['no-model', ada, [{ ...weeklyFit, converged: false }, uncertainSpend], /converged/],
] as const)('without a value says why, by code and in the language, and nothing that was computed: %s', async (code, events, models, said) => {
  // Somebody else has bought in the currency, so that values can be given in it.
  const histories: Histories = { ada: events, bo: [purchase('2026-01-01')] };
  const context = contextWith(histories, models);
  const { notEnoughData } = (await customerValueQuery.run(context, asked(CustomerValueParameters, terms))) as NoValue;
  expect(notEnoughData).toMatch(said);
  for (const language of languages) {
    const given = asked(ValueExplanationParameters, { ...terms, language });
    const explanation = (await valueExplanationQuery.run(context, given)) as CustomerValueExplanation;
    expect(explanation).toMatchObject({ code, value: null, notEnoughData });
    expect(explanation.parts).toBeUndefined();
    expect(section(explanation, 'result')).toEqual([wordings[language].none[code]({ about: '2026-03-31', objectedOn: '2026-03-01', currency: 'USD' })]);
    expect(codes(explanation)).toEqual(['computed', 'result', 'decision', 'rights']);
  }
});

it('without a model of spend gives the purchases expected, and says what is missing', async () => {
  const explanation = await explained(ada, {}, [weeklyFit]);
  expect(explanation).toMatchObject({ code: 'too-little-data', value: null });
  expect(codes(explanation)).toEqual(['computed', 'result', 'figures', 'terms', 'data', 'not-used', 'model', 'decision', 'rights']);
  expect(section(explanation, 'figures')![3]).toMatch(/^Expected are \d+\.\d{3} days with a purchase/);
  expect(section(explanation, 'model')).toHaveLength(1);
});

it('says where nobody leaves in the model, where a fit has no measure, and where the model learned from later facts', async () => {
  const explanation = await explained(ada, { about: '2026-02-28' }, [nbdParameters, { ...spendParameters, trainedTo: '2026-03-15' }]);
  expect(section(explanation, 'model')![1]).toMatch(/nobody leaves for good/);
  expect(section(explanation, 'changes')![0]).not.toMatch(/less likely that the customer has left/);
  expect(section(explanation, 'interval')).toEqual(['How certain the value is cannot be said: a fit of a model has no measure of it.']);
  expect(section(explanation, 'computed')![2]).toContain('up to 2026-03-15');
  expect(section(await explained(ada), 'computed')).toHaveLength(2);
});
