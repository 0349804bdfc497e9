import type { Schemas } from '@tenure/client';
import { bar, moneyText, percent } from '../output/figures.js';
import { grouped, tableOf } from '../output/table.js';

type Concentration = Schemas['LifetimeValueConcentrationAnswer'];

/** Who makes each tenth of the value, and what the most valuable customers make. */
export function concentrationText({ makers, top, customers, totalValue, gini, about, notEnoughData }: Concentration): string {
  if (notEnoughData !== undefined || totalValue === null) return notEnoughData ?? 'Nobody has a value yet.';
  const rows = [
    ...top.map((each) => ({ ...each, label: `top ${each.percent} %` })),
    ...makers.map((each) => ({ ...each, label: `for ${percent(each.of, 0)} of it` })),
  ];
  const table = tableOf(rows, [
    { title: '', value: ({ label }) => label },
    { title: 'customers', align: 'right', value: (each) => grouped(each.customers) },
    { title: 'of all', align: 'right', value: ({ shareOfCustomers }) => percent(shareOfCustomers) },
    { title: 'value', align: 'right', value: ({ value }) => moneyText(value) },
    { title: 'of all', align: 'right', value: ({ shareOfValue }) => percent(shareOfValue) },
    { title: '', value: ({ shareOfValue }) => bar(shareOfValue, 1, 10) },
    { title: 'down to', value: ({ downTo }) => downTo },
  ]);
  const all = `All ${grouped(customers)} customers: ${moneyText(totalValue)}, about ${about}. Gini coefficient ${gini === null ? '-' : gini.toFixed(3)}.`;
  return `${table}\n${all}\nThe customers of a row: tenure value --down-to ID, with the same options.`;
}
