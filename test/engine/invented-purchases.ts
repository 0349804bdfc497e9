import { SeededRandom } from './seeded-random.js';

export interface InventedPurchase {
  readonly customerId: string;
  readonly orderId: string;
  readonly occurredAt: string;
  readonly amount: { readonly minor: number; readonly currency: 'USD' };
}

const DAY = 86_400_000;
const FIRST = Date.UTC(2024, 0, 1);

/** Customers who first buy in the first quarter of 2024, at a pace of their own, and leave at some time within two years. */
export function inventedPurchases({ customers, seed }: { readonly customers: number; readonly seed: number }): InventedPurchase[] {
  const random = new SeededRandom(seed);
  return Array.from({ length: customers }, (_, index) => {
    const pace = 5 + random.below(60);
    const leaves = random.below(700);
    const customerId = `C-${String(index + 1).padStart(5, '0')}`;
    const purchases: InventedPurchase[] = [];
    for (let day = random.below(90); purchases.length === 0 || day < leaves; day += 1 + random.below(pace * 2)) {
      const time = FIRST + day * DAY + random.below(DAY);
      const minor = 500 + random.below(9_500);
      purchases.push({
        customerId,
        orderId: `${customerId}-${purchases.length + 1}`,
        occurredAt: new Date(time).toISOString(),
        amount: { minor, currency: 'USD' },
      });
    }
    return purchases;
  }).flat();
}

/** The same as a file, with columns that need no mapping. */
export function asCsv(purchases: readonly InventedPurchase[]): string {
  const rows = purchases.map(
    ({ customerId, orderId, occurredAt, amount }) => `${customerId},${orderId},${occurredAt},${(amount.minor / 100).toFixed(2)},${amount.currency}`,
  );
  return `customer_id,order_id,occurred_at,amount,currency\n${rows.join('\n')}\n`;
}
