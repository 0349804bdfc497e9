import type { Query } from '@tenure/querying';
import { cellsOf } from '../shared/cells/cells-of.js';
import { liveView } from '../shared/reading/live-view.js';
import { modelFitCountsSchema } from './answer-schemas.js';
import { fitsIn } from './cells.js';
import type { FitState } from './fit-state.js';
import { ModelFitCountsParameters } from './parameters.js';

export interface ModelFitCount {
  readonly model: string;
  readonly state: FitState;
  readonly fits: number;
}

/** Ascending by model and state, without empty cells. */
export interface ModelFitCounts {
  readonly cells: readonly ModelFitCount[];
}

export const modelFitCountsQuery: Query<ModelFitCountsParameters> = {
  name: 'model-fits-by-state',
  path: 'model-fits/by-state',
  summary: 'How many fits of each model are in force, replaced, only tried, or unusable',
  params: ModelFitCountsParameters,
  answer: modelFitCountsSchema,
  access: 'figures',
  cost: 'lookup',

  async run({ snapshot }): Promise<ModelFitCounts> {
    const found = await cellsOf(snapshot, await liveView(snapshot, 'model-fits'), fitsIn);
    const cells = found.map(([[state, model], fits]) => ({ model, state, fits }));
    return { cells: cells.sort((left, right) => compare(left.model, right.model) || compare(left.state, right.state)) };
  },

  rows: ({ cells }: ModelFitCounts) => cells.map((cell) => ({ ...cell })),
  columns: () => ['model', 'state', 'fits'],
};

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
