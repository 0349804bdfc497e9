import { customerIdOf } from '../purchases-file.js';
import { seededRandom } from '../seeded-random.js';

const FROM = Date.UTC(2025, 0, 1);
const DAY = 86_400_000;
/** Early enough that no purchase is in the future. */
const MONTHS = 15;
const LINES_AT_ONCE = 1_000;

/** Commands as NDJSON: first all customers register, then each buys in turn, so that neighbouring lines are of different customers. */
export async function* livesAsCommands(customers: number, purchasesEach: number): AsyncGenerator<string> {
  let text = '';
  let lines = 0;
  for (let round = 0; round <= purchasesEach; round++) {
    const random = seededRandom(round);
    for (let i = 0; i < customers; i++) {
      text += `${JSON.stringify(round === 0 ? registrationOf(i, random) : purchaseOf(i, round, random))}\n`;
      if (++lines % LINES_AT_ONCE > 0) continue;
      yield text;
      text = '';
    }
  }
  if (text !== '') yield text;
}

function registrationOf(index: number, random: () => number): object {
  const customerId = customerIdOf(index);
  const data = { customerId, occurredAt: dayOf(random() * 180), party: 'person', attributes: { region: random() < 0.5 ? 'north' : 'south' } };
  return { command: 'RegisterCustomer', id: `${customerId}-registered`, data };
}

export function purchaseOf(index: number, number: number, random: () => number): { command: string; id: string; data: object } {
  const customerId = customerIdOf(index);
  const amount = { minor: 100 + Math.floor(random() * 20_000), currency: 'USD' };
  const data = { customerId, occurredAt: dayOf(180 + (number % MONTHS) * 30 + random() * 30), amount, orderId: `${customerId}-${number}`, channel: 'web' };
  return { command: 'RecordPurchase', id: `${customerId}-bought-${number}`, data };
}

function dayOf(days: number): string {
  return new Date(FROM + Math.floor(days) * DAY).toISOString();
}
