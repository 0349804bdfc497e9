import { type Query, type Schemas, words } from '@tenure/client';
import { Option } from 'commander';
import { asAtOption } from '../as-at-option.js';
import { freshGet } from '../fresh.js';
import { limitOption, printList } from '../list.js';
import { moment } from '../output/figures.js';
import { grouped, tableOf } from '../output/table.js';
import type { Session } from '../session.js';
import { type Verb, wordOption } from '../verb.js';
import { WrongUsage } from '../wrong-usage.js';

type Counts = Schemas['ModelFitsByStateAnswer'];
type Options = Query<'/v1/model-fits'> & { readonly byState?: boolean; readonly limit?: number };

const { model, state } = words['/v1/model-fits'];

export const fits: Verb<Options> = {
  name: 'fits',
  summary: 'every fit of every model, and whether figures are scored with it; the latest first',
  examples: [
    'tenure model fits',
    'tenure model fits --state in-force',
    'tenure model fits --model gamma-gamma --currency EUR',
    'tenure model fits --by-state --as-at 2026-03-01',
  ],
  notes: [
    'in-force: figures are scored with it, where its model is the one that scores. replaced: they were, or would have been. tried: on an earlier day, another unit or some customers, and not promoted. unusable: nothing can be scored with it.',
  ],
  options: [
    wordOption('--model <model>', 'only its fits', model),
    wordOption('--state <state>', 'only these', state),
    new Option('--currency <code>', 'of gamma-gamma: only in this currency'),
    limitOption,
    new Option('--by-state', 'how many there are of each model in each state'),
    asAtOption,
  ],
  async run(session: Session, _args, { byState = false, limit, asAt, ...filter }) {
    if (byState) {
      const misplaced = Object.entries({ ...filter, limit }).find(([, given]) => given !== undefined)?.[0];
      if (misplaced !== undefined) throw new WrongUsage(`--${misplaced} goes with the list of fits: leave it out, or leave --by-state out.`);
      return session.output.answer(await freshGet(session, '/v1/model-fits/by-state', { query: { asAt } }), countsTable);
    }
    await printList(session, {
      path: '/v1/model-fits',
      parameters: { ...filter, asAt },
      limit,
      none: 'No fits. "tenure model fit mbg-nbd" makes one.',
      columns: [
        { title: 'model', value: ({ model, currency }) => (currency === null ? model : `${model} ${currency}`) },
        { title: 'state', value: ({ state }) => state },
        { title: 'fitted', value: ({ fittedAt }) => moment(fittedAt) },
        { title: 'trained to', value: ({ trainedTo }) => trainedTo },
        { title: 'customers', align: 'right', value: ({ customers }) => grouped(customers) },
        { title: 'promoted', value: ({ promotedAt }) => promotedAt && moment(promotedAt) },
        { title: 'position', value: ({ position }) => position },
      ],
    });
  },
};

function countsTable({ cells }: Counts): string {
  if (cells.length === 0) return 'No fits.';
  return tableOf(cells, [
    { title: 'model', value: ({ model }) => model },
    { title: 'state', value: ({ state }) => state },
    { title: 'fits', align: 'right', value: ({ fits }) => grouped(fits) },
  ]);
}
