import { hazardModelName } from '@tenure/models';
import type { Query } from '@tenure/querying';
import { nobodyBoughtIn } from '../lifetime-value/nobody-bought-in.js';
import { referencesTo, valueQuestion } from '../lifetime-value/question.js';
import { RankedList } from '../shared/paging/ranked-list.js';
import { Beside } from '../shared/reading/beside.js';
import { liveView } from '../shared/reading/live-view.js';
import { customerGroups, dimensionsReadModel, othersOf } from '../shared/scoring/customer-groups.js';
import { isNotEnough } from '../shared/scoring/not-enough-data.js';
import { churnListSchema } from './answer-schemas.js';
import { noContacts } from './contacts.js';
import { type RankedCustomer, survey } from './customers-at-risk.js';
import type { ChurnList } from './list-answer.js';
import { groupAnswer, itemsOf } from './list-items.js';
import { listColumns, listRow } from './list-rows.js';
import { ChurnListParameters } from './parameters.js';
import type { ChurnDocument } from './projection.js';
import { rankingOf } from './ranking.js';
import { churnQuestion, scorerOf } from './scorer.js';

export const churnListQuery: Query<ChurnListParameters> = {
  name: 'churn-likelihood',
  path: 'churn-likelihood',
  summary: 'Whom to call: customers by the value that is likely to be lost within the horizon, or by likelihood alone',
  params: ChurnListParameters,
  answer: churnListSchema,
  access: 'figures',
  cost: 'scan',
  personal: true,
  alsoReads: ['lifetime-value', 'customer-file', dimensionsReadModel],

  async run(context, parameters): Promise<ChurnList> {
    const { snapshot } = context;
    const view = await liveView(snapshot, 'lifetime-value');
    const churnView = await liveView(snapshot, 'churn-likelihood');
    const question = await churnQuestion(context, churnView, parameters);
    const { horizon, about } = question;
    const worth = await valueQuestion(context, view, {
      about: about.name,
      model: parameters.model === hazardModelName ? undefined : parameters.model,
      currency: parameters.currency,
    });
    const ranking = rankingOf(parameters, worth);
    const { order, minActive, minProbability, values, buyersIn } = ranking;
    const by = parameters.by || null;
    const head = { about: about.name, horizon, order, currency: worth.currency, minActive, by, otherCurrencies: worth.otherCurrencies };
    const nobody = buyersIn === null ? null : nobodyBoughtIn(buyersIn, worth.sample);
    const scorer = scorerOf(question);
    if (isNotEnough(scorer)) return { items: [], next: null, ...head, ...(nobody ?? scorer) };

    const { name, position } = scorer.reference;
    const pins = {
      model: name,
      fit: position,
      purchases: isNotEnough(question.purchaseFit) ? null : question.purchaseFit.fit.position,
      spend: values?.fits.spend.position ?? null,
      horizon,
      about: about.name,
    };
    const pinned = { ...pins, order, currency: worth.currency, buyersIn, minActive, minProbability, by };
    const list = new RankedList<RankedCustomer>(parameters, pinned);
    const documents = scorer.readsRecords ? new Beside<ChurnDocument>(snapshot, churnView) : null;
    const groupOf = await customerGroups(snapshot, parameters.by, worth.known);
    const { customers, leftOut, groups } = await survey(context, view, scorer, ranking, groupOf, list, worth.known, documents);
    const { page, next } = list.page();
    return {
      items: await itemsOf(context, page, question, scorer, ranking, groupOf, worth.known),
      next,
      ...head,
      customers,
      leftOut,
      ...(groupOf === null
        ? {}
        : {
            groups: groups.inOrder((sum) => (values === null ? sum.customers : sum.valueAtRisk)).map((each) => groupAnswer(each, values?.fits.currency)),
            ...othersOf(groupOf),
          }),
      ...(values === null ? {} : { valueTerms: values.terms, models: referencesTo(values.fits) }),
      ...(ranking.noValueAtRisk === null ? {} : { noValueAtRisk: ranking.noValueAtRisk }),
      ...nobody,
      ...(context.reader.personal ? {} : { noContacts }),
    };
  },

  columns: () => listColumns,
  rows: (answer: ChurnList) => answer.items.map(listRow),
};
