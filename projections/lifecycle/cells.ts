import { cellKey, letterOf, whole } from '../shared/cells/cell-key.js';

/** The state of a customer in a period with a purchase. */
export type ActiveState = 'new' | 'returning' | 'resurrecting';

const state = letterOf<ActiveState>({ new: 'n', returning: 'r', resurrecting: 's' });

/** The number of customers in a state in a UTC day, ISO week or month: `mn324` the new ones of month 324 since January 1970. */
export const activeCells = {
  day: cellKey('d', state, whole),
  week: cellKey('w', state, whole),
  month: cellKey('m', state, whole),
};

/** `p9862`: the number of purchases on a day. */
export const purchaseCell = cellKey('p', whole);
