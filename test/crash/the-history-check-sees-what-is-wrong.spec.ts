import type { Event } from '../engine/client.js';
import { Acknowledgements } from './acknowledgements.js';
import { checkHistory } from './history-check.js';

const position = (at: number) => String(at).padStart(16, '0');

/** A valid history: six purchases by two customers, one of them unanswered, and one that was refused. */
function sound() {
  const ledger = new Acknowledgements();
  const events: Event[] = [];
  for (let n = 0; n < 6; n++) {
    const customerId = `c-${n % 2}`;
    const body = { customerId, orderId: `o-${n}`, occurredAt: '2026-01-01T00:00:00Z', amount: { minor: n, currency: 'EUR' } };
    const revision = Math.floor(n / 2);
    const event: Event = {
      id: `event-${n}`,
      type: 'tenure.customer.PurchaseRecorded.v1',
      subject: customerId,
      sequence: position(n + 1),
      revision,
      time: '2026-01-01T00:00:00.000Z',
      recordedtime: '2026-01-01T00:00:00.000Z',
      commandid: `k-${n}`,
      actor: 'test',
      data: { orderId: `o-${n}`, amount: { minor: n, currency: 'EUR' } },
    };
    events.push(event);
    const sent = ledger.send({ name: 'RecordPurchase', customerId, key: `k-${n}`, body, ...(n === 4 ? { expectedRevision: 1 } : {}) });
    if (n !== 5)
      ledger.accept(sent, {
        commandId: `k-${n}`,
        customerId,
        revision,
        position: position(n + 1),
        events: [{ eventId: `event-${n}`, type: 'PurchaseRecorded', revision }],
      });
  }
  const reused = { customerId: 'c-0', orderId: 'other', amount: { minor: 99, currency: 'EUR' } };
  ledger.refuse(ledger.send({ name: 'RecordPurchase', customerId: 'c-0', key: 'k-0', body: reused }), 422, 'key-reused');
  return { ledger, events };
}

const faults: Record<string, (events: Event[]) => Event[]> = {
  'an acknowledged event that is lost': (events) => events.toSpliced(2, 1),
  'the last acknowledged event lost': (events) => events.toSpliced(4, 1),
  'an event there twice': (events) => [...events, { ...events[3]!, sequence: position(7), revision: 3 }],
  'a command that took effect twice, under two ids': (events) => [...events, { ...events[3]!, id: 'event-7', sequence: position(7), revision: 3 }],
  'two events in the other order': (events) =>
    events.map((event, at) => (at === 0 ? { ...events[1]!, sequence: event.sequence } : at === 1 ? { ...events[0]!, sequence: event.sequence } : event)),
  'positions that go back': (events) => [events[1]!, events[0]!, ...events.slice(2)],
  'a gap in the revisions': (events) => events.map((event) => (event.subject === 'c-1' && event.revision === 2 ? { ...event, revision: 3 } : event)),
  'another amount than was acknowledged': (events) =>
    events.with(1, { ...events[1]!, data: { ...events[1]!['data'], amount: { minor: 1_000, currency: 'EUR' } } }),
  'another time than was acknowledged': (events) => events.with(1, { ...events[1]!, time: '2026-01-02T00:00:00.000Z' }),
  'an event of another customer': (events) => events.with(5, { ...events[5]!, subject: 'c-0', revision: 3 }),
  'an event that nobody sent': (events) => [...events, { ...events[0]!, id: 'event-9', commandid: 'k-9', sequence: position(7), revision: 3 }],
  'a refused command that took effect': (events) => [
    ...events,
    { ...events[0]!, id: 'event-8', sequence: position(7), revision: 3, data: { orderId: 'other', amount: { minor: 99, currency: 'EUR' } } },
  ],
  'another event id than was acknowledged': (events) => events.with(0, { ...events[0]!, id: 'event-x' }),
};

describe('the history check', () => {
  it('has nothing against a sound history, with or without the unanswered command', () => {
    const { ledger, events } = sound();
    expect(checkHistory(ledger.sent, events)).toEqual([]);
    expect(checkHistory(ledger.sent, events.slice(0, 5))).toEqual([]);
  });

  it.each(Object.entries(faults))('sees %s', (_name, tamper) => {
    const { ledger, events } = sound();
    expect(checkHistory(ledger.sent, tamper(events))).not.toEqual([]);
  });

  it('sees a command that stands before one acknowledged before it was sent', () => {
    const { ledger, events } = sound();
    // The commands of c-0 and c-1 are ordered by real time only.
    const [first, second] = [ledger.sent[0]!, ledger.sent[1]!];
    const swap = { ...first, outcome: { ...first.outcome, accepted: { ...(first.outcome as { accepted: object }).accepted, position: position(2) } } };
    const other = { ...second, outcome: { ...second.outcome, accepted: { ...(second.outcome as { accepted: object }).accepted, position: position(1) } } };
    const tampered = events.map((event, at) =>
      at === 0 ? { ...events[1]!, sequence: position(1) } : at === 1 ? { ...events[0]!, sequence: position(2) } : event,
    );
    expect(checkHistory([swap, other, ...ledger.sent.slice(2)] as typeof ledger.sent, tampered)).toEqual([expect.stringContaining('k-1 was sent after k-0')]);
  });

  it('sees a command that names a revision and lands on another', () => {
    const { ledger, events } = sound();
    const sent = ledger.sent.map((command) => (command.key === 'k-4' ? { ...command, expectedRevision: 0 } : command));
    expect(checkHistory(sent, events)).toEqual([expect.stringContaining('named revision 0')]);
  });

  it('sees answers that contradict each other', () => {
    const { ledger } = sound();
    const [first] = ledger.sent;
    ledger.accept(first!, { commandId: 'k-0', customerId: 'c-0', revision: 0, position: position(9), events: [] });
    ledger.refuse(first!, 422, 'rejected');
    expect(ledger.contradictions).toHaveLength(2);
  });
});
