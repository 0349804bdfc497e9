import type { NewEvent } from '../event.js';
import { splitAppend } from './split-append.js';

const event = (commandId: string): NewEvent => ({
  type: 'PurchaseRecorded',
  version: 1,
  occurredAt: 0,
  data: { orderId: 'x'.repeat(100) },
  metadata: { commandId, index: 0, of: 1, payloadHash: 'h', actor: 'spec' },
});
const events = ['a', 'b', 'c', 'd'].map(event);
const request = { stream: 'customer-1', expected: 'no-stream', events } as const;
const whole = splitAppend(request, 1_000_000)[0]!;
const size = ({ type, data, metadata }: (typeof whole)[number]) => 2 * type.length + JSON.stringify(data).length + JSON.stringify(metadata).length;
const roomForThree = 3 * size(whole[0]!) + 10;
const commandsOf = (appends: ReturnType<typeof splitAppend>) =>
  appends.map((append) => append.map(({ metadata }) => (metadata as unknown as NewEvent['metadata']).commandId).join(''));

it('an append that is too large is divided between commands', () => {
  expect(commandsOf(splitAppend(request, roomForThree))).toEqual(['abc', 'd']);
});

it('the commands of one decision stay together', () => {
  expect(commandsOf(splitAppend({ ...request, decisions: [2, 2] }, roomForThree))).toEqual(['ab', 'cd']);
  expect(() => splitAppend({ ...request, decisions: [4] }, roomForThree)).toThrow('one append takes');
});

it('decisions that are not about the events of the append are a fault of the caller', () => {
  expect(() => splitAppend({ ...request, decisions: [1, 2] }, roomForThree)).toThrow(RangeError);
});
