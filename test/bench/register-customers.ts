import type { TenureClient } from '@tenure/client';

/** Customers `c0`, `c1`, ..., in one body. */
export async function registerCustomers(client: TenureClient, count: number): Promise<void> {
  async function* lines() {
    for (let i = 0; i < count; i++) {
      yield `${JSON.stringify({ command: 'RegisterCustomer', id: `register-${i}`, data: { customerId: `c${i}`, occurredAt: '2024-01-01T00:00:00Z' } })}\n`;
    }
  }
  let accepted = 0;
  for await (const { status } of client.upload('/v1/commands', { body: lines() })) if (status === 201) accepted++;
  if (accepted !== count) throw new Error(`${accepted} of ${count} customers could be registered.`);
}
