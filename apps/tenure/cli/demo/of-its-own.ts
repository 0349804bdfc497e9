import { ProblemError, type Schemas, type TenureClient } from '@tenure/client';
import { Refused } from '../wrong-usage.js';
import { type DemoCommand, otherDemo, timeOf } from './demo-command.js';

type EventEnvelope = Schemas['CloudEvent'];

/** Keeps made-up customers from getting among real ones by mistake: refuses data with customers that are not this demo's. */
export async function assertOfItsOwn(client: TenureClient, commands: Iterable<DemoCommand>): Promise<void> {
  const [first] = commands;
  if (first === undefined) return;
  const earlier = await firstEvent(client, first.customerId);
  if (earlier?.commandid === first.id && Date.parse(earlier.time) === timeOf(first)) return;
  if (earlier?.commandid.startsWith('demo-')) throw new Refused(otherDemo);
  const { items } = await client.get('/v1/customers', { query: { limit: 1 } });
  if (items.length === 0) return;
  throw new Refused(
    'There are customers in this data already, and the demo would put made-up ones among them. ' +
      'Give it a folder of its own (tenure demo --data ./demo), or say --among-others.',
  );
}

async function firstEvent(client: TenureClient, customerId: string): Promise<EventEnvelope | undefined> {
  try {
    return (await client.get('/v1/customers/{customerId}/events', { path: { customerId }, query: { limit: 1 } })).items[0];
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return undefined;
    throw error;
  }
}
