/** What a list is ordered by: without a model of spend by what customers are expected to buy. */
export const valueOrders = ['value', 'expectedPurchases'] as const;
export type ValueOrder = (typeof valueOrders)[number];
