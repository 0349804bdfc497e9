import type { View } from '../read-store.js';
import { MongoDbUnavailable } from './errors.js';
import { MongoReadStore } from './mongo-read-store.js';
import { type Fault, FaultyLink } from './testing/faulty-link.js';
import { FIRST_START_MS, ferretDb, mongoJavaServer, type RunningServer } from './testing/servers.js';
import { oneMore, standing } from './testing/tally.js';

const before = { events: { a: 1, b: 1, c: 1 }, position: '1' };
const after = { events: { a: 2, b: 2, d: 1, c: 1 }, position: '2' };
const later = { events: { a: 3, b: 2, d: 1, c: 1 }, position: '3' };
/** Each test interrupts a commit about twenty times, and waits for connections to be re-established. */
const SLOW_MACHINE_MS = 300_000;
/** More writes than any of these commits makes. */
const ENOUGH = 20;

/** Retries as the driver of a projector does: a server that does not answer yet is asked again. */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof MongoDbUnavailable)) throw error;
    }
  }
}

describe.each([mongoJavaServer, ferretDb])('a commit on $name', ({ start, bulks, largeText }) => {
  let running: RunningServer;
  let databases = 0;
  beforeAll(async () => {
    running = await start();
  }, FIRST_START_MS);
  afterAll(() => running.dispose());

  /** One commit is in; the second meets the fault at its write number `at`. False when it has fewer writes than that. */
  async function interrupted(fault: Fault, at: number, ballast: string, go: (setting: Setting) => Promise<void>): Promise<boolean> {
    const link = await FaultyLink.to(running.server.url);
    // Two operations a bulk, so that the fault can also fall between the bulks of one commit.
    const options = { database: `crash-${databases++}`, partitions: 1, ...bulks, bulkSize: 2 };
    const store = await insist(() => MongoReadStore.open({ ...options, url: link.url, patienceMs: 300 }));
    const direct = await MongoReadStore.open({ ...options, url: running.server.url });
    try {
      const writer = await insist(() => store.partition(0));
      const view = await direct.makeLive(await direct.createView('tally', 1));
      const first = await insist(() => oneMore(writer, view, ['a', 'b', 'c'], { position: '1', recordedAt: 1 }, ballast));
      await insist(() => writer.commit(first));
      const second = await insist(() => oneMore(writer, view, ['a', 'b', 'd'], { position: '2', recordedAt: 2 }, ballast));
      link.arm(fault, at);
      const outcome = await writer.commit(second).then(
        () => null,
        (error) => error,
      );
      const happened = !link.armed;
      if (happened) expect(outcome).toBeInstanceOf(MongoDbUnavailable);
      else expect(outcome).toBeNull();
      if (happened) await go({ link, direct, view, writer, again: () => insist(() => writer.commit(second)) });
      return happened;
    } finally {
      await store.close();
      await direct.close();
      await link.close();
    }
  }

  type Setting = {
    link: FaultyLink;
    direct: MongoReadStore;
    view: View;
    writer: Awaited<ReturnType<MongoReadStore['partition']>>;
    again: () => Promise<void>;
  };

  async function atEveryWrite(fault: Fault, ballast: string, go: (setting: Setting) => Promise<void>): Promise<number> {
    for (let at = 1; at <= ENOUGH; at++) if (!(await interrupted(fault, at, ballast, go))) return at - 1;
    throw new Error(`A commit has more than ${ENOUGH} writes.`);
  }

  const whole = async (store: MongoReadStore, view: View) => {
    const { sums, recomputed, events, position } = await standing(store, view);
    expect(sums).toEqual(recomputed);
    return { events, position };
  };

  describe.each<Fault>(['request lost', 'answer lost'])('with a %s at any of its writes', (fault) => {
    it(
      'is whole or not at all for the next writer, who goes on',
      async () => {
        const outcomes = new Set<string>();
        const writes = await atEveryWrite(fault, '', async ({ direct, view }) => {
          const next = await direct.partition(0);
          const found = await whole(direct, view);
          expect([before, after]).toContainEqual(found);
          outcomes.add(found.position!);
          if (found.position === '1') await next.commit(await oneMore(next, view, ['a', 'b', 'd'], { position: '2', recordedAt: 2 }));
          await next.commit(await oneMore(next, view, ['a'], { position: '3', recordedAt: 3 }));
          expect(await whole(direct, view)).toEqual(later);
        });
        expect(writes).toBeGreaterThanOrEqual(6);
        expect([...outcomes].sort()).toEqual(fault === 'request lost' ? ['1', '2'] : ['2']);
      },
      SLOW_MACHINE_MS,
    );

    it(
      'has one effect when it is repeated',
      async () => {
        await atEveryWrite(fault, '', async ({ link, direct, view, writer, again }) => {
          link.mend();
          await again();
          expect(await whole(direct, view)).toEqual(after);
          await writer.commit(await oneMore(writer, view, ['a'], { position: '3', recordedAt: 3 }));
          expect(await whole(direct, view)).toEqual(later);
        });
      },
      SLOW_MACHINE_MS,
    );

    it(
      'has one effect when its writer looks again and goes on from there',
      async () => {
        await atEveryWrite(fault, '', async ({ link, direct, view, writer, again }) => {
          link.mend();
          expect((await insist(() => writer.load(view, ['a']))).get('a')!.revision).toBe(1);
          expect(await whole(direct, view)).toEqual(after);
          await writer.commit(await oneMore(writer, view, ['a'], { position: '3', recordedAt: 3 }));
          await again();
          expect(await whole(direct, view)).toEqual(later);
        });
      },
      SLOW_MACHINE_MS,
    );
  });

  it(
    'too large for one record is as safe',
    async () => {
      const ballast = 'x'.repeat(largeText);
      const writes = await atEveryWrite('request lost', ballast, async ({ direct, view }) => {
        await direct.partition(0);
        expect([before, after]).toContainEqual(await whole(direct, view));
      });
      expect(writes).toBeGreaterThanOrEqual(7);
    },
    SLOW_MACHINE_MS,
  );
});
