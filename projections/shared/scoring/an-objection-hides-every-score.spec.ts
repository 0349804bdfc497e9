import type { Query } from '@tenure/querying';
import { compileShape } from '@tenure/shape';
import fc from 'fast-check';
import { churnLikelihood } from '../../churn-likelihood/index.js';
import { customerFileQuery } from '../../customer-file/file-query.js';
import { customerFileProjection } from '../../customer-file/projection.js';
import type { CustomerFile } from '../../customer-file/show.js';
import { lifetimeValue } from '../../lifetime-value/index.js';
import { purchaseHistories } from '../../lifetime-value/purchase-histories.js';
import { recurringRevenueProjection } from '../../recurring-revenue/projection.js';
import { retentionProjection } from '../../retention/projection.js';
import { arbitraryCustomers } from '../testing/arbitrary-histories.js';
import { asked, type Texts } from '../testing/asked.js';
import { contextOf } from '../testing/context.js';
import { type GivenEvent, registered } from '../testing/events.js';
import { spendParameters, weeklyFit } from '../testing/fits.js';
import { type Histories, MemorySnapshot } from '../testing/memory-snapshot.js';

/** The read models that score. */
const scoring = [churnLikelihood, lifetimeValue];
const projections = [churnLikelihood.projection, lifetimeValue.projection, customerFileProjection, retentionProjection, recurringRevenueProjection];
const contextWith = (histories: Histories, models = [weeklyFit, spendParameters]) => contextOf(new MemorySnapshot(projections, histories), { models });
const about = '2026-01-01';
const objection: GivenEvent = { type: 'ScoringObjectionRaised', at: '2026-06-01', precision: 'day', data: { channel: 'letter' } };
const withdrawal: GivenEvent = { type: 'ScoringObjectionWithdrawn', at: '2026-06-01', precision: 'day' };

/** Questions before the day of the objection, as the edge asks them. */
const questions: readonly Texts[] = [
  { about, currency: 'USD', months: '1' },
  { about, currency: 'USD', by: 'region', minActive: '0', months: '1' },
  { about, currency: 'USD', order: 'probability', minActive: '0', months: '1' },
];

// biome-ignore lint/suspicious/noExplicitAny: each query has parameters of its own
const queriesOf = (isAboutOne: boolean): Query<any>[] =>
  scoring.flatMap(({ queries }) => queries as readonly Query[]).filter(({ path }) => path.includes(':customerId') === isAboutOne);

// biome-ignore lint/suspicious/noExplicitAny: as above
function ask({ params, run }: Query<any>, histories: Histories, texts: Texts, models?: (typeof weeklyFit)[]): Promise<object> {
  const known = compileShape(params).fields;
  return run(contextWith(histories, models), asked(params, Object.fromEntries(Object.entries(texts).filter(([name]) => known.includes(name)))));
}

async function exported(histories: Histories): Promise<object[]> {
  const rows: object[] = [];
  for (const { export: definition } of scoring) for await (const row of definition!.rows(contextWith(histories), {})) rows.push(row);
  return rows;
}

const everyAnswer = async (histories: Histories, isAboutOne: boolean, customerId?: string): Promise<object[]> => {
  const answers: object[] = [];
  for (const query of queriesOf(isAboutOne)) for (const texts of questions) answers.push(await ask(query, histories, { ...texts, customerId }));
  return answers;
};

/** Apart from how many are left out, and which currencies were ever paid with. */
const withoutCounts = (answers: readonly object[]): object[] =>
  answers.map((answer) => {
    const { leftOut: _, objected: __, otherCurrencies: ___, ...rest } = answer as Record<string, unknown>;
    return rest;
  });

const someObject = fc
  .tuple(arbitraryCustomers, fc.nat())
  .map(([histories, which]) => [histories, Object.keys(histories)[which % Object.keys(histories).length]!] as const);

const given = (histories: Histories, customerId: string, ...more: GivenEvent[]): Histories => ({
  ...histories,
  [customerId]: [...histories[customerId]!, ...more],
});

describe('an objection to scoring', () => {
  it('hides the score of the customer in every answer about one, whatever the day and the data, and says why', async () => {
    await fc.assert(
      fc.asyncProperty(someObject, async ([histories, customerId]) => {
        const objecting = given(histories, customerId, objection);
        for (const query of queriesOf(true)) {
          for (const models of [[weeklyFit, spendParameters], [weeklyFit], []]) {
            const answer = (await ask(query, objecting, { ...questions[0], customerId }, models)) as Record<string, unknown>;
            expect(answer).toMatchObject({ code: 'scoring-objected', notEnoughData: expect.stringContaining('on 2026-06-01') });
            for (const score of ['logOdds', 'probabilityAlive', 'expectedPurchases', 'facts', 'reasons']) expect(answer[score]).toBeUndefined();
            expect([answer['probability'] ?? null, answer['value'] ?? null, answer['override'] ?? null]).toEqual([null, null, null]);
          }
        }
      }),
      { numRuns: 8 },
    );
  });

  it('hides the likelihood that a person stated on the page of the customer, until it is withdrawn', async () => {
    const override: GivenEvent = { type: 'ChurnLikelihoodOverridden', at: '2026-05-01', data: { probability: 0.05, expiresOn: '2026-12-31' } };
    const page = async (...more: GivenEvent[]) => {
      const context = contextWith({ ada: [registered('2026-01-01'), override, ...more] });
      return (await customerFileQuery.run(context, { customerId: 'ada' })) as CustomerFile;
    };
    expect((await page()).scoring).toMatchObject({ objectedOn: null, churnOverride: { probability: 0.05 } });
    expect((await page(objection)).scoring).toEqual({ objectedOn: '2026-06-01', churnOverride: null });
    expect((await page(objection, withdrawal)).scoring).toMatchObject({ objectedOn: null, churnOverride: { probability: 0.05 } });
  });

  it('leaves the customer out of every list, cell, group and sum, as if there were none, and counts who is left out', async () => {
    await fc.assert(
      fc.asyncProperty(someObject, async ([histories, customerId]) => {
        fc.pre(Object.keys(histories).length > 1);
        const { [customerId]: _, ...others } = histories;
        const answers = await everyAnswer(given(histories, customerId, objection), false);
        const without = await everyAnswer(others, false);
        // Without another buyer in dollars there is no currency to ask for.
        fc.pre(without.every((answer) => !('notEnoughData' in answer)));
        expect(withoutCounts(answers)).toEqual(withoutCounts(without));
        for (const answer of answers) {
          expect(answer).toMatchObject('objected' in answer ? { objected: 1 } : { leftOut: { objected: 1 } });
        }
      }),
      { numRuns: 8 },
    );
  });

  it('empties every score of the customer in the exports', async () => {
    await fc.assert(
      fc.asyncProperty(someObject, async ([histories, customerId]) => {
        const rows = (await exported(given(histories, customerId, objection))).filter((row) => (row as { customerId: string }).customerId === customerId);
        expect(rows).toHaveLength(scoring.length);
        const terms = ['customerId', 'horizon', 'about', 'discountRate', 'margin', 'notEnoughData'];
        for (const row of rows) {
          expect(row).toMatchObject({ notEnoughData: expect.stringContaining('objected') });
          expect(Object.entries(row).filter(([column, cell]) => !terms.includes(column) && cell !== null)).toEqual([]);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('once withdrawn, also on the day of the objection, leaves every answer as it was', async () => {
    await fc.assert(
      fc.asyncProperty(someObject, async ([histories, customerId]) => {
        const withdrawn = given(histories, customerId, objection, withdrawal);
        for (const isAboutOne of [true, false]) {
          expect(await everyAnswer(withdrawn, isAboutOne, customerId)).toEqual(await everyAnswer(histories, isAboutOne, customerId));
        }
        expect(await exported(withdrawn)).toEqual(await exported(histories));
      }),
      { numRuns: 8 },
    );
  });

  it('leaves what models learn from as it is', async () => {
    const learnt = async (histories: Histories) => {
      const chunks: unknown[] = [];
      for await (const chunk of purchaseHistories(contextWith(histories).snapshot, 'USD', 'UTC').read()) chunks.push(chunk);
      return chunks;
    };
    await fc.assert(
      fc.asyncProperty(someObject, async ([histories, customerId]) => {
        expect(await learnt(given(histories, customerId, objection))).toEqual(await learnt(histories));
      }),
      { numRuns: 8 },
    );
  });
});
