/** What a list of customers can be ordered by, the most first. */
export const orders = ['value-at-risk', 'probability'] as const;
export type Order = (typeof orders)[number];
