import { cellKey, whole } from '../shared/cells/cell-key.js';

/** First-time cohorts in UTC, numbered from 1970: a cohort's month or ISO week, and the number of periods after it. */
const byCohort = (letter: string) => cellKey(letter, whole, '.', whole);

/** `m324.5`: customers whose first purchase is in month 324 and who bought in the fifth month after it. */
export const boughtCells = { week: byCohort('w'), month: byCohort('m') };

/** `M324.5`: those of them whose last purchase is in that month. On-or-after is a sum of these from the end. */
export const lastBoughtCells = { week: byCohort('W'), month: byCohort('M') };
