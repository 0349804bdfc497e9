import { terminalWidth } from '../../output/terminal-width.js';
import { wrap } from '../../output/wrap.js';

const WIDEST = 80;

/** Columns of the report: a page, or the terminal where that is narrower. */
export const reportWidth = (): number => Math.min(WIDEST, terminalWidth());

export const paragraph = (...sentences: readonly (string | null)[]): string => wrap(sentences.filter((each) => each !== null).join(' '), reportWidth());
