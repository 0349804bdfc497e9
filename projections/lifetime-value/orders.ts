/** Orders of a list: without a model of spend, by expected purchases. */
export const valueOrders = ['value', 'expectedPurchases'] as const;
export type ValueOrder = (typeof valueOrders)[number];
