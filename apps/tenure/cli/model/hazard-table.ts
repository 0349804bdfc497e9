import type { Schemas } from '@tenure/client';
import { grouped, tableOf } from '../output/table.js';

type Horizon = NonNullable<Schemas['ModelFit']['hazard']>[number];
type Learnt = Extract<Horizon, { terms: unknown }>;

/** What the hazard model has learnt at each horizon, how it told later outcomes, and its terms at 90 days, or at the first horizon learnt. */
export function hazardTable(horizons: readonly Horizon[]): string {
  const learnt = horizons.filter((each): each is Learnt => 'terms' in each);
  const shown = learnt.find(({ horizon }) => horizon === 90) ?? learnt[0]!;
  const evaluations = tableOf(horizons, [
    { title: 'days', align: 'right', value: ({ horizon }) => horizon },
    { title: 'customers', align: 'right', value: (each) => ('terms' in each ? grouped(each.customers) : null) },
    { title: 'stayed away', align: 'right', value: (each) => ('terms' in each ? `${(100 * each.baseRate).toFixed(1)} %` : null) },
    { title: 'log-loss later', align: 'right', value: (each) => ('terms' in each ? each.evaluation?.hazard.logLoss.toFixed(4) : null) },
    { title: 'of purchases', align: 'right', value: (each) => ('terms' in each ? each.evaluation?.purchases.logLoss.toFixed(4) : null) },
  ]);
  const missing = horizons.flatMap((each) => ('notEnoughData' in each ? [`${each.horizon} days: ${each.notEnoughData}`] : []));
  const terms = tableOf(
    shown.terms.filter(({ coefficient }) => coefficient !== 0),
    [
      { title: `term at ${shown.horizon} days`, value: ({ name }) => name },
      { title: 'coefficient', align: 'right', value: ({ coefficient }) => coefficient.toFixed(4) },
      { title: 'standard error', align: 'right', value: ({ standardError }) => standardError.toFixed(4) },
    ],
  );
  return [evaluations, ...missing, terms].join('\n\n');
}
