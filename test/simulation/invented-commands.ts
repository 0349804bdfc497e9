import type { Command } from '@tenure/commanding';
import type { SeededRandom } from '../engine/seeded-random.js';
import { EPOCH } from './kernel/virtual-time.js';
import type { Options } from './options.js';
import { poisons } from './poison.js';

const DAY_MS = 86_400_000;

/** Actions of customers of an invented company, in the order in which one client sends them. */
export function inventCommands(options: Options, random: SeededRandom, client: number): Command[] {
  return Array.from({ length: Math.ceil(options.commands / options.writers) }, (_, n) => {
    const customerId = `c${random.below(options.customers)}`;
    const { name, body } = random.chance(options.poison) ? poisonous(random, `${client}-${n}`) : invent(random, `${client}-${n}`);
    const time = new Date(EPOCH - random.below(90 * DAY_MS)).toISOString();
    const occurredAt = random.chance(0.3) ? time.slice(0, 10) : time;
    const data = name.startsWith('Void') ? { customerId, ...body } : { customerId, occurredAt, ...body };
    return { name, customerId, id: `client-${client}/${n}`, data, actor: 'simulation', registerUnknown: true };
  });
}

function invent(random: SeededRandom, id: string): { name: string; body: object } {
  const amount = { minor: 1 + random.below(5_000), currency: random.pick(['USD', 'EUR']) };
  return random.pick([
    { name: 'RecordPurchase', body: { orderId: `order-${id}`, amount } },
    { name: 'RecordPurchase', body: { amount } },
    { name: 'RecordVisit', body: { visitId: `visit-${id}` } },
    // Several clients correct and take back these orders, sometimes before they exist: then the engine refuses.
    { name: 'RecordPurchase', body: { orderId: `shared-${random.below(3)}`, amount } },
    { name: 'CorrectPurchase', body: { orderId: `shared-${random.below(3)}`, amount, reason: 'typed wrong' } },
    { name: 'VoidPurchase', body: { orderId: `shared-${random.below(3)}`, reason: 'typed twice' } },
    { name: 'LogComplaint', body: { complaintId: `complaint-${id}`, subject: 'late' } },
    { name: 'RecordSatisfaction', body: { metric: 'nps', score: random.below(11) } },
    { name: 'ChangeCustomerDetails', body: { attributes: { region: random.pick(['north', 'south']) } } },
  ]);
}

function poisonous(random: SeededRandom, id: string): { name: string; body: object } {
  return { name: 'RecordVisit', body: { visitId: `${random.pick(poisons)}-${id}` } };
}
