import type { RecordedEvent } from '@tenure/event-log';
import { givenSecret } from '@tenure/log-secret';
import type { Command } from './command.js';
import { CommandProcessor } from './command-processor.js';
import { MemoryLog, MemorySnapshots } from './testing/memory-log.js';

const secret = givenSecret('the secret of the logs of this spec');
const lost = new Error('the vault is lost');

/** A log whose personal parts can be opened, or not. */
class PerhapsOpenLog extends MemoryLog {
  isOpen = true;

  override async readStream(stream: string, options?: { from?: number; limit?: number }): Promise<RecordedEvent[]> {
    const events = await super.readStream(stream, options);
    return this.isOpen ? events : events.map((event) => (event.personal ? { ...event, personal: undefined, unopened: lost } : event));
  }
}

const command = (name: string, id: string, data: object, more: Partial<Command> = {}): Command => {
  return { name, customerId: 'a', id, data: { customerId: 'a', ...data }, actor: 'spec', ...more };
};
const register = command('RegisterCustomer', 'r', { personal: { name: 'Ada', phone: '1' } });
const purchase = (id: string, more: object = {}) => command('RecordPurchase', id, { orderId: id, amount: { minor: 100, currency: 'USD' }, ...more });
const change = (id: string, data: object) => command('ChangeCustomerDetails', id, data);

let log: PerhapsOpenLog;
let processor: CommandProcessor;

beforeEach(async () => {
  log = new PerhapsOpenLog();
  await new CommandProcessor(log, secret).execute(register);
  log.isOpen = false;
  processor = new CommandProcessor(log, secret);
});

it('commands without personal data are decided on a customer whose personal data does not open', async () => {
  expect(await processor.execute(purchase('1'))).toMatchObject({ status: 'accepted', revision: 1 });
  expect(await processor.execute(change('c', { attributes: { region: 'north' } }))).toMatchObject({ status: 'accepted', revision: 2 });
  expect(await processor.execute(register)).toMatchObject({ status: 'accepted', replayed: true });
  expect(await processor.execute({ ...register, id: 'again' })).toMatchObject({ status: 'rejected', rejection: { code: 'customer-already-registered' } });
  expect(await processor.execute(change('c2', { attributes: { region: 'north' } }))).toMatchObject({ rejection: { code: 'nothing-changed' } });
});

it.each([
  ['records it', purchase('1', { note: 'by phone' })],
  ['changes it', change('c', { personal: { name: 'Bo' } })],
  ['takes it away', change('c', { personal: { phone: null } })],
  ['takes it away and changes an attribute', change('c', { personal: { phone: null }, attributes: { region: 'north' } })],
  ['takes it away and says what the customer is', change('c', { personal: { phone: null }, party: 'organisation' })],
  ['may change nothing', change('c', { personal: {}, attributes: {} })],
])('a command that %s is refused with the reason, and nothing is recorded', async (_, refused) => {
  await expect(processor.execute(refused)).rejects.toBe(lost);
  expect(log.of('a')).toHaveLength(1);
});

it('what was loaded without personal data is not kept: once it opens, all of it counts', async () => {
  await processor.execute(purchase('1'));
  log.isOpen = true;
  expect(await processor.execute(change('c', { personal: { name: 'Ada' } }))).toMatchObject({ rejection: { code: 'nothing-changed' } });
  expect(await processor.execute(change('c', { personal: { phone: null } }))).toMatchObject({ status: 'accepted' });
});

it('no snapshot is made of it', async () => {
  const snapshots = new MemorySnapshots();
  const long = new CommandProcessor(log, secret, { snapshots, longFrom: 5, snapshotEvery: 5 });
  for (let n = 0; n < 20; n += 1) await long.execute(purchase(`${n}`));
  expect(snapshots.parts.size).toBe(0);
  log.isOpen = true;
  await long.execute(purchase('last'));
  await Promise.resolve();
  expect(snapshots.parts.size).toBe(1);
});

it('an import is told that a key cannot be compared, not that its row differs', async () => {
  const row = { ...purchase('1', { note: 'by phone' }), payloadHash: 'h1' };
  log.isOpen = true;
  await new CommandProcessor(log, secret).execute(row);
  log.isOpen = false;
  const [outcome] = await processor.executeRows([[{ command: { ...row, payloadHash: 'h2' } }]]);
  expect(outcome).toMatchObject({ status: 'refused', outcome: { status: 'key-reused', detail: /cannot be told now: the vault is lost/ } });
  expect(outcome).not.toHaveProperty('outcome.recorded');
});
