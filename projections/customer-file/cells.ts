import { cellKey, currency } from '../shared/cells/cell-key.js';
import { totalKey } from '../shared/money/limbs.js';

/** How many customers, and how many of them are closed; `tperson`: by party. */
export const customers = 'n';
export const closedCustomers = 'x';
export const ofParty = (party: string): string => `t${party}`;

/** How many purchases and returns in a currency, `pUSD`; and in limbs what was paid and given back. */
export const purchasesIn = cellKey('p', currency);
export const returnsIn = cellKey('q', currency);
export const spendIn = totalKey('m');
export const returnedIn = totalKey('r');
