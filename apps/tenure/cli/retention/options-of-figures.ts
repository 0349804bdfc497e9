import { flagOf } from '../verb.js';
import { WrongUsage } from '../wrong-usage.js';

export type Figure = 'triangle' | '--survival' | '--project';

/** Options that not every figure of retention has. */
const figuresWith: Readonly<Record<string, readonly Figure[]>> = {
  kind: ['triangle'],
  mode: ['triangle'],
  window: ['triangle'],
  brackets: ['triangle'],
  counts: ['triangle'],
  weekStart: ['triangle', '--project'],
  by: ['triangle', '--survival'],
  of: ['--survival', '--project'],
  silence: ['--project'],
  outcome: ['--survival'],
  group: ['triangle', '--survival'],
  cohort: ['triangle', '--project'],
};

/** Refuses an option that has no meaning for a figure, instead of passing over it. */
export function requireOptionsOf(figure: Figure, given: Readonly<Record<string, unknown>>): void {
  for (const [name, figures] of Object.entries(figuresWith)) {
    if (given[name] === undefined || figures.includes(figure)) continue;
    const option = flagOf(name);
    throw new WrongUsage(figure === 'triangle' ? `${option} goes with ${figures.join(' or ')}.` : `${option} does not go with ${figure}.`);
  }
}
