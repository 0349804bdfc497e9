import { WrongUsage } from '../wrong-usage.js';

/** Options of the triangle that other figures do not have, and options that one other figure has alone. */
const figuresWith: Readonly<Record<string, readonly Figure[]>> = {
  kind: ['triangle'],
  mode: ['triangle'],
  window: ['triangle'],
  brackets: ['triangle'],
  counts: ['triangle'],
  weekStart: ['triangle'],
  of: ['--survival'],
};

export type Figure = 'triangle' | '--survival';

/** Refuses an option that has no meaning for a figure, instead of passing over it. */
export function requireOptionsOf(figure: Figure, given: Readonly<Record<string, unknown>>): void {
  for (const [name, figures] of Object.entries(figuresWith)) {
    if (given[name] === undefined || figures.includes(figure)) continue;
    const option = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw new WrongUsage(figures[0] === 'triangle' ? `${option} does not go with ${figure}.` : `${option} goes with ${figures.join(' or ')}.`);
  }
}
