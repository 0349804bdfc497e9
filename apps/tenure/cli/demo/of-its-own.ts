import { type EventEnvelope, type Page, ProblemError, type TenureClient, pathOf } from '@tenure/client';
import { Refused } from '../wrong-usage.js';

/** Made-up customers must not get among real ones by a slip: refuses data that holds customers which are not this demo's. */
export async function assertOfItsOwn(client: TenureClient, commands: Iterable<{ readonly id: string; readonly customerId: string }>): Promise<void> {
  const [first] = commands;
  if (first === undefined || (await holdsCommand(client, first.customerId, first.id))) return;
  const { items } = await client.get<Page<unknown>>(pathOf('customers'), { limit: 1 });
  if (items.length === 0) return;
  throw new Refused(
    'There are customers in this data already, and the demo would put made-up ones among them. ' +
      'Give it a folder of its own (tenure demo --data ./demo), or say --among-others.',
  );
}

async function holdsCommand(client: TenureClient, customerId: string, commandId: string): Promise<boolean> {
  try {
    const { items } = await client.get<Page<EventEnvelope>>(pathOf('customers', customerId, 'events'), { limit: 1 });
    return items[0]?.commandid === commandId;
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return false;
    throw error;
  }
}
