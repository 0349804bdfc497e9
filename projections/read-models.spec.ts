import { events } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import { modelKind } from '@tenure/fitting';
import { customerStreams, plainOf, readBy, writeDocument } from '@tenure/projecting';
import { BadQuery, NotFound, type Query, type QueryContext } from '@tenure/querying';
import { compileShape } from '@tenure/shape';
import { termsKind } from '@tenure/terms';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { readModels } from './index.js';
import { arbitraryDecisions } from './shared/testing/arbitrary-decisions.js';
import { arbitraryFacts } from './shared/testing/arbitrary-histories.js';
import { arbitraryTerms } from './shared/testing/arbitrary-terms.js';
import { asked, type Texts } from './shared/testing/asked.js';
import { contextOf } from './shared/testing/context.js';
import { event, eventOf, eventOfVersion1, type GivenEvent, registered } from './shared/testing/events.js';
import { bgParameters, spendParameters } from './shared/testing/fits.js';
import { fold, MemorySnapshot, sumOf } from './shared/testing/memory-snapshot.js';
import { opened, sealed } from './shared/testing/sealed.js';

/** For each kind of stream that a read model is about: its types of event, and histories of one stream. */
const kinds: Readonly<Record<string, { readonly types: readonly string[]; readonly histories: fc.Arbitrary<GivenEvent[]> }>> = {
  [customerStreams.name]: { types: events.map(({ type }) => type), histories: arbitraryFacts },
  [modelKind.name]: { types: modelKind.eventTypes, histories: arbitraryDecisions },
  [termsKind.name]: { types: termsKind.eventTypes, histories: arbitraryTerms },
};

/** The same events, each with its recorded revision, in two orders of arrival. */
const shuffled = arbitraryFacts
  .map((facts) => facts.map((fact, revision) => event('c', revision, fact)))
  .chain((recorded) =>
    fc.record({ recorded: fc.constant(recorded), other: fc.shuffledSubarray(recorded, { minLength: recorded.length, maxLength: recorded.length }) }),
  );

const questions = [
  {},
  { by: 'region' },
  { mode: 'bracket' },
  { by: 'channel', horizon: 'infinite', currency: 'EUR', order: 'probability' },
  { present: 'now', window: 'rolling' },
  { timezone: 'Europe/Berlin', from: '2024-01' },
];

/** What each version of a read model reads, in the order of the letters; a read model that reads everything follows its version. */
const readsByVersion = {
  'customer-file': 'all',
  'lifecycle 3': 'PurchaseCorrected PurchaseRecorded PurchaseVoided',
  'retention 6': 'CustomerDetailsChanged CustomerRegistered PurchaseCorrected PurchaseRecorded PurchaseVoided SubscriptionCancelled SubscriptionStarted',
  'churn-likelihood 5':
    'ChurnLikelihoodOverridden ChurnOverrideWithdrawn ComplaintCorrected ComplaintLogged ComplaintReopened ComplaintResolved ComplaintVoided CustomerClosed CustomerRegistered CustomerReopened PurchaseCorrected PurchaseRecorded PurchaseVoided SatisfactionCorrected SatisfactionRecorded SatisfactionVoided ScoringObjectionRaised ScoringObjectionWithdrawn SubscriptionChanged SubscriptionStarted VisitCorrected VisitRecorded VisitVoided',
  'lifetime-value 9':
    'ComplaintCorrected ComplaintLogged ComplaintVoided CustomerClosed CustomerRegistered CustomerReopened PurchaseCorrected PurchaseRecorded PurchaseReturned PurchaseVoided ReturnCorrected ReturnVoided ScoringObjectionRaised ScoringObjectionWithdrawn VisitCorrected VisitRecorded VisitVoided',
  'complaints 8': 'ComplaintAcknowledged ComplaintCorrected ComplaintLogged ComplaintReopened ComplaintResolved ComplaintVoided',
  'model-fits 1': 'ModelFitted ModelPromoted ModelRetired',
  'recurring-revenue 2': 'SubscriptionCancelled SubscriptionChanged SubscriptionRenewed SubscriptionStarted',
  'terms 2': 'CostStated DiscountRateStated HorizonStated MarginStated TermWithdrawn',
};

/** Asks with those of the parameters that the query takes, as the edge does. */
// biome-ignore lint/suspicious/noExplicitAny: each query has parameters of its own
async function ask({ params, run }: Query<any>, context: QueryContext, texts: Texts): Promise<object> {
  const known = compileShape(params).fields;
  return run(context, asked(params, Object.fromEntries(Object.entries(texts).filter(([name]) => known.includes(name)))));
}

/** The same schema, closed to fields that it does not name. */
function closed(schema: unknown): object {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema as never;
  const inner = Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, closed(value)]));
  return 'properties' in schema ? { ...inner, additionalProperties: false } : inner;
}

it('a read model that reads other types of event is another version of it: raise `version`, and write both down here', () => {
  const read = readModels.map(({ projection: { name, version, reads } }) =>
    reads === 'all' ? [name, reads] : [`${name} ${version}`, [...reads].sort().join(' ')],
  );
  expect(Object.fromEntries(read)).toEqual(readsByVersion);
});

it('a read model whose pages say the revision that `If-Match` needs reads all: it would stand behind the customer else', () => {
  const pages = readModels.filter(({ queries }) => queries.some(({ onlyOwnDocument }) => onlyOwnDocument));
  expect(pages.map(({ projection: { name, reads } }) => [name, reads])).toEqual([['customer-file', 'all']]);
});

describe.each(readModels.map((readModel) => [readModel.projection.name, readModel] as const))('%s', (_name, readModel) => {
  const { projection, definition, queries } = readModel;
  const isOfCustomers = projection.of.name === customerStreams.name;
  const { types, histories } = kinds[projection.of.name]!;
  /** Facts about customers arrive late; decisions on other streams are recorded as they are made, and depend on their order. */
  const itOfCustomers = isOfCustomers ? it : () => undefined;
  const happened = (revision: number, given: GivenEvent): RecordedEvent => eventOf(projection.of, 'c', revision, given);

  const folded = (recorded: readonly RecordedEvent[]) =>
    readBy(projection, recorded).reduce((document, each) => projection.evolve(document, each), projection.initial('c'));

  it('does not fold an event of a version that it does not know, and knows nothing against one of another type', () => {
    const [read] = isOfCustomers ? ['VisitRecorded'] : (projection.reads as readonly string[]);
    const one = happened(0, { type: read!, at: 0, data: { visitId: 'v' } });
    if (isOfCustomers) expect(() => projection.evolve(projection.initial('c'), one)).not.toThrow();
    expect(() => projection.evolve(projection.initial('c'), { ...one, version: 3 })).toThrow(/run the version that wrote it, or a later one/);
    expect(() => projection.evolve(projection.initial('c'), { ...one, type: 'VisitForgotten', version: 3 })).not.toThrow();
  });

  it('reads types of event that there are, and gives the same document and sums with all events as with those alone', () => {
    if (projection.reads !== 'all') expect(types).toEqual(expect.arrayContaining([...projection.reads]));
    fc.assert(
      fc.property(histories, (facts) => {
        const all = facts.map((fact, revision) => happened(revision, fact));
        const folded = (some: readonly RecordedEvent[]) => some.reduce((document, each) => projection.evolve(document, each), projection.initial('c'));
        const [whole, read] = [folded(all), folded(readBy(projection, all))];
        expect(JSON.stringify(read)).toBe(JSON.stringify(whole));
        expect(projection.contributions(read)).toEqual(projection.contributions(whole));
      }),
      { numRuns: 300 },
    );
  });

  itOfCustomers('gives the same bytes for any order of arrival', () => {
    fc.assert(
      fc.property(shuffled, ({ recorded, other }) => {
        expect(JSON.stringify(folded(other))).toBe(JSON.stringify(folded(recorded)));
      }),
      { numRuns: 300 },
    );
  });

  itOfCustomers('gives the same bytes for any order of arrival when personal parts are sealed, once they are opened', () => {
    fc.assert(
      fc.property(shuffled, ({ recorded, other }) => {
        expect(opened(JSON.stringify(folded(other.map(sealed))))).toBe(JSON.stringify(folded(recorded)));
      }),
      { numRuns: 300 },
    );
  });

  itOfCustomers('gives the same bytes for events of version 1, which said in clear what is personal now', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const folded = facts.reduce((document, fact, revision) => projection.evolve(document, eventOfVersion1('c', revision, fact)), projection.initial('c'));
        expect(JSON.stringify(folded)).toBe(JSON.stringify(fold(projection, 'c', facts)));
      }),
    );
  });

  it('gives the same bytes when the document is stored and read after each event', () => {
    fc.assert(
      fc.property(histories, (facts) => {
        let stored = JSON.stringify(projection.initial('c'));
        facts.forEach((given, revision) => {
          stored = JSON.stringify(projection.evolve(JSON.parse(stored), happened(revision, given)));
        });
        expect(stored).toBe(JSON.stringify(fold(projection, 'c', facts)));
      }),
    );
  });

  it('gives the same bytes when its long lists are divided, and what its parts contribute adds up where it says so', () => {
    // No tuple has seven entries or more: anything that long is a list.
    const limits = { whole: 200, page: 150, items: 7 };
    fc.assert(
      fc.property(histories, (facts) => {
        let held: unknown = projection.initial('c');
        let lists: ReturnType<typeof writeDocument>['lists'] = null;
        facts.forEach((given, revision) => {
          held = projection.evolve(held, happened(revision, given));
          const written = writeDocument({ key: 'c', revision, document: held, lists }, limits);
          held = written.document;
          lists = written.lists;
        });
        const whole = fold(projection, 'c', facts);
        expect(JSON.stringify(plainOf(held))).toBe(JSON.stringify(whole));
        if (!projection.additive) return;
        const parts = (whole as unknown[]).map((item) => [item]);
        expect(sumOf(projection, parts)).toEqual(sumOf(projection, [whole]));
      }),
      { numRuns: 200 },
    );
  });

  it('has sums that are the contributions added up, in whole numbers, however they came about', () => {
    fc.assert(
      fc.property(fc.array(histories, { maxLength: 4 }), (streams) => {
        const sums = new Map<string, number>();
        const move = (document: unknown, sign: 1 | -1): void => {
          for (const [cell, amount] of projection.contributions(document)) {
            expect(Number.isSafeInteger(amount)).toBe(true);
            const sum = (sums.get(cell) ?? 0) + sign * amount;
            if (sum === 0) sums.delete(cell);
            else sums.set(cell, sum);
          }
        };
        const documents = streams.map((facts) => {
          let document: unknown = projection.initial('c');
          facts.forEach((given, revision) => {
            if (revision > 0) move(document, -1);
            document = projection.evolve(document, happened(revision, given));
            move(document, 1);
          });
          return facts.length === 0 ? null : document;
        });
        expect(sums).toEqual(
          sumOf(
            projection,
            documents.filter((document) => document !== null),
          ),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('has a definition with an example, and names its fields', () => {
    expect(definition.name).toBe(projection.name);
    for (const text of [
      definition.title,
      definition.summary,
      definition.counts,
      definition.formula,
      definition.window,
      definition.timezone,
      definition.example,
    ]) {
      expect(text.length).toBeGreaterThan(2);
    }
    expect(queries.length).toBeGreaterThan(0);
    expect(Object.keys(definition.fields).length).toBeGreaterThan(3);
  });

  it('answers as the schema of each query says, with every field named', async () => {
    const ajv = new Ajv2020({ strict: false, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } });
    const typed = queries.map((query) => ({ query, fits: ajv.compile(closed(query.answer)) }));
    const everything = readModels.map((each) => each.projection);
    const unanswered = (error: unknown) => (error instanceof BadQuery || error instanceof NotFound ? null : Promise.reject(error));
    await fc.assert(
      fc.asyncProperty(fc.array(histories, { maxLength: 4 }), fc.constantFrom(...questions), fc.boolean(), async (streams, parameters, fitted) => {
        const all = Object.fromEntries(streams.map((facts, i) => [`c${i}`, facts]));
        const models = fitted ? [bgParameters, spendParameters, { ...spendParameters, currency: 'EUR' }] : [];
        const snapshot = new MemorySnapshot(everything, isOfCustomers ? all : {}, { [projection.of.name]: all });
        const context = contextOf(snapshot, { models, personal: fitted });
        for (const { query, fits } of typed) {
          const answer = await ask(query, context, { customerId: 'c0', ...parameters }).catch(unanswered);
          expect(answer === null || fits(answer) ? null : [fits.errors, answer]).toBeNull();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('names the columns of rows also when there are none', async () => {
    const everything = readModels.map((each) => each.projection);
    const context = contextOf(new MemorySnapshot(everything, {}));
    for (const { run, rows, columns, path } of queries.filter(({ path }) => !path.includes(':'))) {
      if (rows === undefined || ['totals', 'lifetime-value/cells'].includes(path)) continue;
      expect([path, columns?.((await run(context, {} as never)) as never).length]).toEqual([path, expect.any(Number)]);
    }
  });

  it('exports every row with the columns it names, with and without models', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(histories, { maxLength: 4 }), fc.boolean(), async (streams, fitted) => {
        const begun = (facts: GivenEvent[]) => (isOfCustomers ? [registered(0), ...facts] : facts);
        const all = Object.fromEntries(streams.map((facts, i) => [`c${i}`, begun(facts)]));
        const snapshot = new MemorySnapshot([projection], isOfCustomers ? all : {}, { [projection.of.name]: all });
        const rows = [];
        const context = contextOf(snapshot, { models: fitted ? [bgParameters, spendParameters] : [] });
        const { columns } = readModel.export;
        const named = typeof columns === 'function' ? await columns(context) : columns;
        for await (const row of readModel.export.rows(context, {})) rows.push(row);
        for (const row of rows) expect(Object.keys(row)).toEqual([...named]);
        if (['customer-file', 'churn-likelihood', 'lifetime-value'].includes(projection.name)) {
          expect(rows.map((row) => row.customerId)).toEqual(Object.keys(all));
        }
      }),
      { numRuns: 30 },
    );
  });
});
