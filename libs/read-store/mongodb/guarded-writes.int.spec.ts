import { MongoClient } from 'mongodb';
import { type Guarded, writeNewer } from './guarded-writes.js';
import { FIRST_START_MS, ferretDb, mongoJavaServer, type RunningServer } from './testing/servers.js';

interface Note {
  readonly _id: string;
  readonly revision: number;
  readonly text: string;
}

describe.each([mongoJavaServer, ferretDb])('guarded writes on $name', ({ start, guardsHoldInARace }) => {
  let running: RunningServer;
  let client: MongoClient;
  beforeAll(async () => {
    running = await start();
    client = new MongoClient(running.server.url, { writeConcern: { w: 'majority', journal: true } });
  }, FIRST_START_MS);
  afterAll(async () => {
    await client.close();
    await running.dispose();
  });

  it('keep the newest of each record, whatever else is in the bulk', async () => {
    const notes = client.db('guards').collection<Note>('notes');
    const write = (records: Note[]) => writeNewer(notes as unknown as Guarded, 'revision', records);
    const note = (_id: string, revision: number): Note => ({ _id, revision, text: `${_id}${revision}` });
    await write([note('a', 3), note('b', 3), note('c', 3)]);
    // Older, newer, equal and new, with the refused ones first: no server may skip the rest of the bulk because of them.
    await write([note('a', 2), { ...note('b', 3), text: 'another' }, note('c', 4), note('d', 0), note('a', 1), note('e', 5)]);
    expect(await notes.find().sort({ _id: 1 }).toArray()).toEqual([note('a', 3), note('b', 3), note('c', 4), note('d', 0), note('e', 5)]);
  });

  const ifInARace = guardsHoldInARace ? it : it.skip;
  ifInARace('keep the newest of each record when many write at once', async () => {
    const notes = client.db('guards').collection<Note>('contended');
    const keys = ['a', 'b', 'c', 'd', 'e'];
    const writes = Array.from({ length: 12 }, (_, n) => keys.map((_id, i) => ({ _id, revision: (n * 7 + i) % 12, text: `${(n * 7 + i) % 12}` })));
    await Promise.all(writes.map((records) => writeNewer(notes as unknown as Guarded, 'revision', records)));
    expect((await notes.find().sort({ _id: 1 }).toArray()).map(({ _id, text }) => _id + text)).toEqual(keys.map((key) => `${key}11`));
  });
});
