import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogTail } from '@tenure/event-feed';
import { streamOf } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import type { ReadStore, View, ViewChanges } from '@tenure/read-store';
import { SqliteReadStore } from '@tenure/read-store/sqlite';
import { checkRebuild } from './check.js';
import { customerStreams } from './projected-kind.js';
import type { Projection } from './projection.js';
import { Projector } from './projector.js';

type Fact = [id: string, text: string];

/** Ascending by id, and the number of facts by their first letter. */
const list = (name: string, additive: boolean): Projection<Fact[]> => ({
  name,
  version: 1,
  of: customerStreams,
  reads: 'all',
  additive,
  initial: () => [],
  evolve(facts, { data }) {
    const { id, text } = data as { id: string; text: string };
    let place = facts.length;
    while (place > 0 && facts.at(place - 1)![0] > id) place -= 1;
    if (facts.at(place - 1)?.[0] === id) facts.splice(place - 1, 1);
    else if (text === 'fails') throw new Error('no fact');
    else facts.splice(place, 0, [id, text]);
    return facts;
  },
  contributions: (facts) => facts.map(([, text]) => [`letter ${text[0]}`, 1]),
});

const projections = [list('whole', false), list('parts', true)] as Projection[];
const EVENTS = 2_500;

let directory: string;
let log: SqliteEventLog;
let store: SqliteReadStore;
let told = 0;
/** Characters of documents written in each commit. */
let written: number[] = [];

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tenure-large-'));
  log = await SqliteEventLog.open(join(directory, 'log.db'));
  store = SqliteReadStore.openForWriting(join(directory, 'views.db'));
  told = 0;
  written = [];
});
afterEach(async () => {
  await log.close();
  await store.close();
  rmSync(directory, { recursive: true });
});

async function tell(...texts: string[]): Promise<void> {
  const events = texts.map((text, at) => {
    const id = String(((told + at) * 7_919) % 100_003).padStart(6, '0');
    const metadata = { commandId: `c-${told + at}`, index: 0, payloadHash: '', actor: 'spec' };
    return { type: 'Told', version: 1, occurredAt: told + at, data: { id, text }, metadata };
  });
  await log.append({ stream: streamOf('large'), expected: told === 0 ? 'no-stream' : told - 1, events });
  told += texts.length;
}

const weighed: ReadStore = new Proxy({} as ReadStore, {
  get(_, name) {
    if (name === 'commit') {
      return (changes: ReadonlyMap<View, ViewChanges>) => {
        const documents = [...changes.values()].flatMap(({ documents: each }) => each);
        written.push(
          documents.reduce((sum, { body, division }) => sum + body.length + (division?.added ?? []).reduce((all, { text }) => all + text.length, 0), 0),
        );
        return store.commit(changes);
      };
    }
    const value = Reflect.get(store, name);
    return typeof value === 'function' ? value.bind(store) : value;
  },
});

const open = () => Projector.open(projections, new LogTail(log), log, weighed);

async function catchUp(projector: Projector): Promise<void> {
  while (await projector.step(1_000));
}

async function expectTheBytesOfARebuild(): Promise<void> {
  const scratch = SqliteReadStore.openForWriting(join(directory, 'scratch', `${told}.db`));
  const live = await store.snapshot();
  expect(await checkRebuild(projections, live, log, scratch)).toMatchObject({ identical: true });
  for (const { name, contributions, initial } of projections) {
    const view = (await live.view(name))!;
    const sums = new Map<string, number>();
    const { body } = (await live.get(view, 'large')) ?? { body: JSON.stringify(initial('large')) };
    for (const [cell, amount] of contributions(JSON.parse(body))) sums.set(cell, (sums.get(cell) ?? 0) + amount);
    expect(new Map(await live.sums(view, ''))).toEqual(sums);
  }
  live.close();
  await scratch.close();
}

const letters = 'abcdefg';
const text = (n: number): string => letters[n % letters.length] + 'x'.repeat(600);
const many = (count: number): string[] => Array.from({ length: count }, (_, n) => text(n));

it('is built, followed, changed and gone on with after a restart, to the bytes and sums of a rebuild, and one event writes little of it', async () => {
  let projector = await open();
  for (let left = EVENTS; left > 0; left -= 500) await tell(...many(500));
  await catchUp(projector);
  await expectTheBytesOfARebuild();
  for (const restarts of [false, false, true, false]) {
    if (restarts) projector = await open();
    await tell(text(3));
    written = [];
    await catchUp(projector);
    expect(Math.max(...written)).toBeLessThan(2 * 100_000); // of two documents of 1.5 MB each
    await expectTheBytesOfARebuild();
  }
}, 120_000);

it('is as it was when an event in the middle of a batch parks its customer, and goes on behind it', async () => {
  const projector = await open();
  for (let left = EVENTS; left > 0; left -= 500) await tell(...many(500));
  await catchUp(projector);
  await tell(text(1), 'fails', text(2));
  await catchUp(projector);
  const snapshot = await store.snapshot();
  for (const { name } of projections) {
    const view = (await snapshot.view(name))!;
    expect(await snapshot.parked(view)).toMatchObject([{ key: 'large', revision: EVENTS + 1 }]);
    expect((await snapshot.get(view, 'large'))!.revision).toBe(EVENTS);
  }
  snapshot.close();
}, 120_000);
