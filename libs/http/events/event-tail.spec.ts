import { setTimeout as delay } from 'node:timers/promises';
import { type Edge, startEdge } from '../testing/edge.js';
import { EventTail } from './event-tail.js';

describe('very many event streams', () => {
  let edge: Edge;
  let reads: number;
  let waits: number;
  let opened: number;
  const start = (settings = {}) => {
    reads = 0;
    waits = 0;
    opened = 0;
    return startEdge((parts) => ({
      ...parts,
      settings: { ...parts.settings, ...settings },
      ports: {
        ...parts.ports,
        events: {
          ...parts.ports.events!,
          page: (options) => {
            reads += 1;
            return parts.ports.events!.page(options);
          },
          waitFor: (after, signal) => {
            waits += 1;
            return parts.ports.events!.waitFor(after, signal);
          },
        },
      },
    }));
  };
  afterEach(() => edge.close());

  /** Opens a stream; resolves with its text up to the event of that customer, or to its end. */
  async function follow(path: string, customer?: string): Promise<string> {
    const response = await edge.ask(path);
    opened += 1;
    const reader = response.body!.getReader();
    let text = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return text;
      text += new TextDecoder().decode(value);
      if (customer && text.includes(`"subject":"${customer}"`)) {
        await reader.cancel();
        return text;
      }
    }
  }

  it('cost one reader, and each gets every event once, from where it asked for', async () => {
    edge = await start();
    edge.engine.record('customer-early', 'PurchaseRecorded', {}, 'k0');
    const live = Array.from({ length: 100 }, () => follow('/v1/events/stream', 'last'));
    const whole = follow('/v1/events/stream?after=beginning', 'last');
    while (opened < 101) await delay(10);
    const readBefore = reads;
    for (let n = 0; n < 5; n += 1) {
      edge.engine.record(`customer-c${n}`, 'PurchaseRecorded', {}, `k-${n}`);
      await delay(20);
    }
    edge.engine.record('customer-last', 'PurchaseRecorded', {}, 'k-last');
    const ids = (text: string) => [...text.matchAll(/^id: (\d+)\ndata/gm)].map(([, id]) => Number(id));
    for (const text of await Promise.all(live)) expect(ids(text)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(ids(await whole)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(reads - readBefore).toBeLessThanOrEqual(6);
    expect(waits).toBeLessThanOrEqual(8);
  });

  it('are bounded per key', async () => {
    edge = await start({ streamsPerKey: 2 });
    const open = [follow('/v1/events/stream', 'x'), follow('/v1/events/stream', 'x')];
    while (opened < 2) await delay(10);
    const refused = await edge.ask('/v1/events/stream');
    expect([refused.status, (await refused.json()).code, refused.headers.get('retry-after')]).toEqual([429, 'too-many-streams', '30']);
    edge.engine.record('customer-x', 'PurchaseRecorded', {}, 'k');
    await Promise.all(open);
    await delay(100);
    expect((await edge.ask('/v1/events/stream', { method: 'HEAD' })).status).toBe(200);
  });

  it('end when they are old, whole, so that a reader connects again', async () => {
    edge = await start({ streamAgeMs: 200 });
    expect(await follow('/v1/events/stream')).toContain('retry: 2000');
  });
});

it('a log that cannot be read is said once, and that it can again', async () => {
  const said: string[] = [];
  let reads = 0;
  const events = {
    head: async () => null,
    waitFor: async () => delay(5),
    page: async () => {
      reads += 1;
      if (reads <= 2) throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_READ' });
      return { events: [], last: null, atEnd: true };
    },
  };
  const end = await new EventTail(events, (message) => said.push(message)).follow();
  while (reads < 4) await delay(10);
  end();
  expect(said).toEqual([
    'Event streams stand still, the log cannot be read: The disk fails (SQLITE_IOERR_READ: disk I/O error). Check the disk and its file system, then it goes on by itself.',
    'Event streams go on: the log can be read again.',
  ]);
});
