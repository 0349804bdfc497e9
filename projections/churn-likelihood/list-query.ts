import type { Query } from '@tenure/projecting';
import { BestFirst, type Ranked } from '../paging/best-first.js';
import { decodeCursor, encodeCursor } from '../paging/cursor.js';
import { limitParameter, numberParameter } from '../query-parameters/parse.js';
import { liveView } from '../reading/live-view.js';
import { isNotEnough, type NotEnoughData } from '../scoring/not-enough-data.js';
import { ChurnListParameters } from './parameters.js';
import type { ChurnDocument } from './projection.js';
import { churnRow } from './rows.js';
import { type ChurnScore, ChurnScorer, churnQuestion, type NoScore } from './scorer.js';

export interface ChurnList extends Partial<NotEnoughData> {
  readonly items: ReadonlyArray<ChurnScore | NoScore>;
  readonly next: string | null;
  readonly about: string;
}

interface RankedCustomer extends Ranked {
  readonly document: ChurnDocument;
}

export const churnListQuery: Query<ChurnListParameters> = {
  name: 'churn-likelihood',
  path: 'churn-likelihood',
  summary: 'Customers by how likely they are not to buy within the horizon, the likeliest first',
  params: ChurnListParameters,
  cost: 'scan',

  async run(context, parameters): Promise<ChurnList> {
    const limit = limitParameter(parameters.limit);
    const least = numberParameter('minProbability', parameters.minProbability, { least: 0, most: 1, preset: 0 });
    const view = await liveView(context.snapshot, 'churn-likelihood');
    const question = await churnQuestion(context, view, parameters);
    const { purchaseFit, horizon, about } = question;
    if (isNotEnough(purchaseFit)) return { items: [], next: null, about: about.name, ...purchaseFit };

    const pins = { model: purchaseFit.fit.model, fit: purchaseFit.fit.position, horizon, asOf: about.name, minProbability: least };
    const best = new BestFirst<RankedCustomer>(limit + 1, decodeCursor<Ranked>(parameters.cursor, pins));
    const scorer = await ChurnScorer.of(context, { ...question, purchaseFit });
    for await (const chunk of context.snapshot.scan(view)) {
      for (const [key, document] of chunk as Array<[string, ChurnDocument]>) {
        const value = scorer.probability(document);
        if (value !== null && value >= least && best.accepts(value, key)) best.add({ value, key, document });
      }
    }
    const found = best.inOrder();
    const page = found.slice(0, limit);
    const last = page[page.length - 1];
    return {
      items: page.map(({ key, document }) => scorer.score(key, document)),
      next: found.length > limit && last ? encodeCursor({ ...pins, place: { value: last.value, key: last.key } }) : null,
      about: about.name,
    };
  },

  rows: (answer: ChurnList) => answer.items.map(churnRow),
};
