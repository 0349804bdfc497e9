import { type CustomerRecord, type HazardHorizon, hazardFeatures, learnHazard, type Told } from '@tenure/models';
import type { FittedModel } from '@tenure/querying';
import { dayName, parseDay } from '@tenure/time';
import fc from 'fast-check';
import { languages } from '../../shared/explanation/language.js';
import { asked, type Texts } from '../../shared/testing/asked.js';
import { contextOf } from '../../shared/testing/context.js';
import { closed, type GivenEvent, purchase, registered } from '../../shared/testing/events.js';
import { weeklyFit } from '../../shared/testing/fits.js';
import { MemorySnapshot } from '../../shared/testing/memory-snapshot.js';
import { customerChurnQuery } from '../customer-query.js';
import { CustomerChurnParameters } from '../parameters.js';
import { churnProjection } from '../projection.js';
import type { ChurnScore, NoScore } from '../scorer.js';
import { wordings } from './explain.js';
import { type CustomerExplanation, churnExplanationQuery } from './explanation-query.js';
import { ChurnExplanationParameters } from './parameters.js';

const history = [registered('2026-01-01'), purchase('2026-01-01'), purchase('2026-02-01', { orderId: 'second' })];
const objection: GivenEvent = { type: 'ScoringObjectionRaised', at: '2026-03-01', precision: 'day' };
const override: GivenEvent = { type: 'ChurnLikelihoodOverridden', at: '2026-03-02', data: { probability: 0.05, expiresOn: '2026-04-30' } };
const about = '2026-03-31';

const contextWith = (events: readonly GivenEvent[], models = [weeklyFit]) => contextOf(new MemorySnapshot([churnProjection], { ada: events }), { models });

async function explained(events: readonly GivenEvent[], texts: Texts = {}, models?: (typeof weeklyFit)[]): Promise<CustomerExplanation> {
  const given = { customerId: 'ada', about, ...texts };
  return (await churnExplanationQuery.run(contextWith(events, models), asked(ChurnExplanationParameters, given))) as CustomerExplanation;
}

const section = ({ sections }: CustomerExplanation, wanted: string) => sections.find(({ code }) => code === wanted)?.texts;

describe('an explanation', () => {
  it('says in English what was computed, why, from what, by which model, who decides, and what the customer can do', async () => {
    const explanation = await explained([...history, override]);
    const score = (await customerChurnQuery.run(contextWith(history), asked(CustomerChurnParameters, { customerId: 'ada', about }))) as ChurnScore;
    expect(explanation.probability).toBe(score.probability);
    expect(section(explanation, 'computed')![0]).toMatch(/no purchase within 90 days after 2026-03-31/);
    expect(section(explanation, 'result')![0]).toContain(`${(100 * score.probability).toFixed(1)} %`);
    expect(section(explanation, 'result')![1]).toContain(`${(100 * score.low!).toFixed(1)} % and ${(100 * score.high!).toFixed(1)} %`);
    expect(section(explanation, 'reasons')![0]).toContain('40 customers');
    expect(section(explanation, 'reasons')).toHaveLength(1 + score.reasons.length);
    // The model counts weeks, the document days.
    expect(section(explanation, 'reasons')!.find((text) => text.startsWith('Days since the first purchase'))).toMatch(/: 89; typically: 200\./);
    expect(section(explanation, 'data')![1]).toBe(
      'The customer bought on 2 days, the first 2026-01-01 and the last 2026-02-01, 58 days before the day in question.',
    );
    expect(section(explanation, 'not-used')![0]).toBe(
      'Not used were the days of visits and other contacts, the days of complaints and of their resolutions, answers to surveys of satisfaction and changes of subscriptions to a lower price or quantity.',
    );
    expect(section(explanation, 'model')![0]).toMatch(/mbg-nbd.*2025-01-01T00:00:00Z.*fit-of-mbg-nbd/);
    expect(section(explanation, 'override')![0]).toContain('spec stated a probability of 5.0 %, which counts until 2026-04-30');
    expect(section(explanation, 'decision')![0]).toContain('takes no decision');
    expect(section(explanation, 'rights')![0]).toContain('PIPL art. 24');
    for (const { heading, texts } of explanation.sections) {
      for (const text of [heading, ...texts]) expect(explanation.markdown).toContain(text);
    }
  });

  it('says the same in Chinese, with the same sections and figures, and no English sentence', async () => {
    const [english, chinese] = [await explained([...history, override]), await explained([...history, override], { language: 'zh' })];
    const shape = ({ sections }: CustomerExplanation) => sections.map(({ code, texts }) => [code, texts.length]);
    expect(shape(chinese)).toEqual(shape(english));
    for (const { heading, texts } of chinese.sections) for (const text of [heading, ...texts]) expect(text).toMatch(/[\u4e00-\u9fff]/);
    // Names, such as mbg-nbd or PIPL, and two words at most, are no sentence.
    expect(chinese.markdown).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/i);
    expect(chinese.markdown).toMatch(/最近一次为 2026-02-01，距所述日期 58 天/);
  });

  it.each([
    ['scoring-objected', [...history, objection], [weeklyFit], /2026-03-01/],
    ['closed', [...history, closed('2026-03-05')], [weeklyFit], /closed/],
    ['no-purchase', [registered('2026-01-01')], [weeklyFit], /2026-03-31/],
    ['too-little-data', history, [], /^A model of purchases is fitted from 200 customers/],
    ['no-model', history, [{ ...weeklyFit, converged: false }], /did not converge|converged/],
  ] as const)('without a score says why, by code and in the language: %s', async (code, events, models, said) => {
    const { notEnoughData } = (await customerChurnQuery.run(
      contextWith(events, [...models]),
      asked(CustomerChurnParameters, { customerId: 'ada', about }),
    )) as NoScore;
    expect(notEnoughData).toMatch(said);
    for (const language of languages) {
      const explanation = await explained(events, { language }, [...models]);
      expect(explanation).toMatchObject({ code, probability: null, notEnoughData });
      expect(section(explanation, 'result')).toEqual([wordings[language].none[code](about, '2026-03-01')]);
      expect(explanation.sections.map((each) => each.code)).toEqual(['computed', 'result', 'decision', 'rights']);
    }
  });

  it('says that a fit is pending where there is enough data, so that whoever asks can ask again', async () => {
    const buyers = Array.from({ length: 250 }, (_, n) => [`c${n}`, history] as const);
    const context = contextOf(new MemorySnapshot([churnProjection], { ...Object.fromEntries(buyers), ada: history }));
    const explanation = await churnExplanationQuery.run(context, asked(ChurnExplanationParameters, { customerId: 'ada', about }));
    expect(explanation).toMatchObject({ code: 'fit-pending', fitPending: true, notEnoughData: expect.stringContaining('tenure model fit mbg-nbd') });
  });

  it('says that the model learned from later facts, where the day is before the fit', async () => {
    const [before, after] = [await explained(history, { about: '2026-02-15' }, [{ ...weeklyFit, trainedTo: '2026-03-31' }]), await explained(history)];
    expect(section(before, 'computed')).toEqual([
      'The probability that the customer makes no purchase within 90 days after 2026-02-15. Of what the customer did, nothing dated after that day was looked at.',
      'The model that it was computed with learned from what all customers did up to 2026-03-31.',
    ]);
    expect(section(after, 'computed')).toHaveLength(1);
  });

  it('has words for any value of every feature of a model, in both languages, and never NaN, null or undefined', () => {
    const values = fc.oneof(fc.constant(null), fc.double({ min: -1e3, max: 1e5, noNaN: true }));
    fc.assert(
      fc.property(fc.constantFrom(...hazardFeatures), values, values, fc.double({ min: -9, max: 9, noNaN: true }), (feature, value, typical, contribution) => {
        for (const { features, reason } of Object.values(wordings)) {
          const { name, value: inWords } = features[feature];
          const text = reason(name, inWords(value), inWords(typical), contribution);
          expect(text.length).toBeGreaterThan(20);
          expect(text).not.toMatch(/NaN|null|undefined|Infinity/);
        }
      }),
    );
  });
});

describe('an explanation of the hazard model', () => {
  const lastDay = parseDay('2026-03-31')!;
  /** Every third customer stops; a complaint is open with every ninth, and nobody was visited, asked or downgraded. */
  const record = (n: number): CustomerRecord => {
    const purchases: number[] = [];
    const stops = n % 3 === 0 ? lastDay - 30 - ((n * 53) % 600) : lastDay;
    for (let day = lastDay - 900 + ((n * 37) % 200); day <= stops; day += 8 + ((n * 7 + day * 11) % 30)) purchases.push(day);
    const complaints = n % 9 === 0 ? [{ logged: purchases.at(-1)!, steps: [] }] : [];
    return { purchases, visits: [], complaints, satisfaction: [], downgrades: [] };
  };
  const records = Array.from({ length: 400 }, (_, n) => record(n));
  const learnt = learnHazard(records, lastDay, 90) as HazardHorizon;
  const fitWith = (purchases: Told): FittedModel => {
    const hazard = [{ ...learnt, evaluation: { ...learnt.evaluation!, customers: 1200, purchases } }];
    return { ...weeklyFit, model: 'hazard', parameters: {}, timeUnit: null, aic: null, trainedTo: about, hazard };
  };
  const bought = record(1).purchases as number[];
  const visit: GivenEvent = { type: 'VisitRecorded', at: '2026-03-01', precision: 'day', data: { visitId: 'v', kind: 'call' } };
  const ofHazard = (events: readonly GivenEvent[], language = 'en', purchases: Told = { auc: null, brier: 0.1, logLoss: 0.5 }) =>
    explained([...bought.map((day) => purchase(dayName(day))), ...events], { model: 'hazard', language }, [weeklyFit, fitWith(purchases)]);

  it('names the data that was there, and no other', async () => {
    const [without, visited] = [await ofHazard([]), await ofHazard([visit])];
    expect(section(without, 'data')![0]).toBe('Used were the days of the purchases, as the company recorded them.');
    expect(section(without, 'not-used')![0]).toContain('visits and other contacts, the days of complaints');
    expect(section(visited, 'data')![0]).toBe('Used were the days of the purchases and the days of visits and other contacts, as the company recorded them.');
    expect(section(visited, 'not-used')![0]).not.toContain('visits');
  });

  it('takes for a check what likelihoods learned earlier told, and not the line through outcomes that it learned from', async () => {
    const told = { auc: null, brier: 0.1, logLoss: 0.12345 };
    const checked = async (language: string, purchases: Told) => section(await ofHazard([], language, purchases), 'checked')!;
    const [english, chinese] = [await checked('en', told), await checked('zh', told)];
    expect(english[0]).toMatch(/learned a horizon earlier were compared with 1200 outcomes .* was 0\.\d{4}; that of a model of purchases alone was 0\.1235\.$/);
    expect(english[1]).toMatch(/line laid through .* within 90 days after 2025-12-31, the newest outcomes that it learned from/);
    expect(chinese[0]).toMatch(/提前一个期限学得的概率.*1200 个实际结果.*为 0\.\d{4}；仅根据购买的模型为 0\.1235。$/);
    expect(chinese[1]).toContain('不是对模型的检验');
    expect([english.length, chinese.length]).toEqual([3, 3]);
  });
});
