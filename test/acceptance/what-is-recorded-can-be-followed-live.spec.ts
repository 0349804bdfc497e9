import { join } from 'node:path';
import type { Event } from '../engine/client.js';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

describe('the stream of events', () => {
  let engine: EngineProcess;

  beforeAll(async () => {
    engine = await EngineProcess.start({ data: join(temporaryFolder(), 'data') });
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  /** Reads until `count` events have come, then hangs up. */
  async function follow(path: string, count: number, headers: Record<string, string> = {}): Promise<Event[]> {
    const stop = new AbortController();
    const response = await engine.client.open(path, { headers, signal: stop.signal });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const events: Event[] = [];
    let text = '';
    const decoder = new TextDecoder();
    for await (const piece of response.body!) {
      text += decoder.decode(piece as Uint8Array, { stream: true });
      const messages = text.split('\n\n');
      text = messages.pop()!;
      for (const message of messages) {
        const data = /^data: (.*)$/m.exec(message);
        if (data) events.push(JSON.parse(data[1]!) as Event);
      }
      if (events.length >= count) break;
    }
    stop.abort();
    return events;
  }

  it('brings everything, in order, while it is being written', async () => {
    const following = follow('/v1/events/stream?after=beginning', 60);
    for (let n = 0; n < 20; n++) {
      await engine.client.accept('RegisterCustomer', { customerId: `C-${n}` });
      await Promise.all([1, 2].map((minor) => engine.client.accept('RecordPurchase', { customerId: `C-${n}`, amount: { minor, currency: 'EUR' } })));
    }
    const events = await following;
    expect(events.map(({ sequence }) => sequence)).toEqual((await engine.client.events()).map(({ sequence }) => sequence));
  });

  it('goes on behind the last event that was seen', async () => {
    const all = await engine.client.events();
    const events = await follow('/v1/events/stream', 10, { 'last-event-id': all[49]!.sequence });
    expect(events).toEqual(all.slice(50));
  });

  it('brings only the types asked for', async () => {
    const events = await follow('/v1/events/stream?after=beginning&types=CustomerRegistered', 20);
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['tenure.customer.CustomerRegistered.v1']));
  });

  it('ends when the engine stops, which a follower does not hold up', async () => {
    const following = follow('/v1/events/stream', 1).catch((error: Error) => error);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const started = Date.now();
    expect(await engine.stop()).toBe(0);
    await following;
    expect(Date.now() - started).toBeLessThan(10_000);
  }, 30_000);
});
