/** Orders of a list of customers, largest first. */
export const orders = ['value-at-risk', 'probability'] as const;
export type Order = (typeof orders)[number];
