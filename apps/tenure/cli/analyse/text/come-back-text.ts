import { percent } from '../../output/figures.js';
import { type Column, grouped, tableOf } from '../../output/table.js';
import type { Analysis } from '../analysis.js';
import { paragraph, reportWidth } from './paragraph.js';

type Retention = NonNullable<Analysis['retention']>;
type Average = NonNullable<Retention['weightedAverage'][number]>;

const MONTHS = 12;

/** How many of a month's new customers buy again in each month after, over all months; and the last month that is over. */
export function comeBackText({ retention, lifecycle }: Pick<Analysis, 'retention' | 'lifecycle'>): string {
  if (retention === null || lifecycle === null) return '';
  const averages = retention.weightedAverage.filter((cell) => cell !== null).slice(1, MONTHS + 1);
  const month = lifecycle.periods.findLast(({ inProgress }) => inProgress !== true);
  const lines = [averages.length === 0 ? paragraph('Not known yet: no month after a first purchase is over.') : averageText(averages)];
  if (month !== undefined) {
    const { start, active, returning, resurrecting, dormant } = month;
    const silent = dormant === null ? null : `${grouped(dormant)} who had bought in the month before did not.`;
    const sentence = `In ${start} ${grouped(active)} bought: ${grouped(month.new)} for the first time, ${grouped(returning)} as in the month before, ${grouped(resurrecting)} after a pause;`;
    lines.push(paragraph(sentence, silent));
  }
  return lines.join('\n');
}

function averageText(averages: readonly Average[]): string {
  const [first] = averages;
  const cohorts = `${first!.cohorts} ${first!.cohorts === 1 ? 'month' : 'months'}`;
  const columns = averages.map(({ period }, at): Column<readonly Average[]> => {
    return { title: String(period), align: 'right', value: (cells) => percent(cells[at]!.rate, 0) };
  });
  const sentence = `Of the customers of a month ${percent(first!.rate)} buy again in the next one (average of ${cohorts}, by size). By months after the first purchase:`;
  return `${paragraph(sentence)}\n${tableOf([averages], columns, reportWidth())}`;
}
