import type { Query } from '@tenure/querying';
import type { Ranked } from '../shared/paging/best-first.js';
import { RankedList } from '../shared/paging/ranked-list.js';
import { readCurrency } from '../shared/query-parameters/currency.js';
import { liveView } from '../shared/reading/live-view.js';
import { modelFitListSchema } from './answer-schemas.js';
import type { ModelFitsDocument } from './document.js';
import { type FitLine, fitColumns, fitLine } from './fit-line.js';
import { type JudgedFit, judgedFits } from './fit-state.js';
import { ModelFitListParameters } from './parameters.js';

export interface ModelFitList {
  readonly items: readonly FitLine[];
  readonly next: string | null;
}

interface RankedFit extends Ranked {
  readonly model: string;
  readonly judged: JudgedFit;
}

export const modelFitListQuery: Query<ModelFitListParameters> = {
  name: 'model-fits',
  path: 'model-fits',
  summary: 'Every fit of every model and what has become of it, the latest first',
  params: ModelFitListParameters,
  answer: modelFitListSchema,
  access: 'figures',
  cost: 'scan',

  async run({ snapshot }, parameters): Promise<ModelFitList> {
    const wanted = { model: parameters.model ?? null, state: parameters.state ?? null, currency: readCurrency(parameters.currency) };
    const list = new RankedList<RankedFit>(parameters, wanted);
    const matches = (model: string, { fit, state }: JudgedFit): boolean =>
      (wanted.model === null || wanted.model === model) &&
      (wanted.state === null || wanted.state === state) &&
      (wanted.currency === null || wanted.currency === fit.currency);

    for await (const chunk of snapshot.scan(await liveView(snapshot, 'model-fits'))) {
      for (const [model, document] of chunk as Array<[string, ModelFitsDocument]>) {
        for (const judged of judgedFits(document)) {
          const { fittedAt, revision } = judged.fit;
          const key = `${model}\n${revision}`;
          if (matches(model, judged) && list.accepts(fittedAt, key)) list.add({ value: fittedAt, key, model, judged });
        }
      }
    }
    const { page, next } = list.page();
    return { items: page.map(({ model, judged }) => fitLine(model, judged)), next };
  },

  rows: ({ items }: ModelFitList) => items.map((line) => ({ ...line })),
  columns: () => fitColumns,
};
