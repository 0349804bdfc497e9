import { startMongoJavaServer } from '@tenure/local-servers/mongodb';
import { MongoClient } from 'mongodb';
import { MongoDbRefused, MongoDbUnavailable } from './errors.js';
import { MongoReadStore } from './mongo-read-store.js';
import { FIRST_START_MS, mongoJavaServer, running } from './testing/servers.js';

it(
  'a server that is too old is refused by name, with what to do',
  async () => {
    const { server, dispose } = await running((data) => startMongoJavaServer({ data, wireVersion: 6 }));
    const opening = MongoReadStore.open({ url: server.url, partitions: 1 });
    await expect(opening).rejects.toThrow(MongoDbRefused);
    await expect(opening).rejects.toThrow(/is too old .*MONGODB_URL/);
    await dispose();
  },
  FIRST_START_MS,
);

it(
  'a database that holds something else is left alone, and so is one of another layout',
  async () => {
    const { server, dispose } = await mongoJavaServer.start();
    const client = new MongoClient(server.url);
    await client.db('kitchen').collection('recipes').insertOne({ name: 'soup' });
    await client.db('old').collection<{ _id: string; layout: number; partitions: number }>('store').insertOne({ _id: 'store', layout: 0, partitions: 1 });
    await client.close();
    await expect(MongoReadStore.open({ url: server.url, database: 'kitchen', partitions: 1 })).rejects.toThrow(/"kitchen" at MONGODB_URL is not Tenure's/);
    await expect(MongoReadStore.open({ url: server.url, database: 'old', partitions: 1 })).rejects.toThrow(/another version of Tenure \(layout 0/);
    await dispose();
  },
  FIRST_START_MS,
);

it(
  'a database that other roles were first to use is laid out',
  async () => {
    const { server, dispose } = await mongoJavaServer.start();
    const client = new MongoClient(server.url);
    for (const name of ['relays', 'vault', 'log-secret']) await client.db('tenure').collection(name).insertOne({ name });
    await client.close();
    const store = await MongoReadStore.open({ url: server.url, database: 'tenure', partitions: 1 });
    await store.close();
    await dispose();
  },
  FIRST_START_MS,
);

it('nobody there is said so, and can be tried again', async () => {
  const opening = MongoReadStore.open({ url: 'mongodb://somebody:secret@127.0.0.1:1', partitions: 1, patienceMs: 300 });
  const error = await opening.catch((failure) => failure);
  expect(error).toBeInstanceOf(MongoDbUnavailable);
  expect(error.message).toMatch(/MongoDB at 127\.0\.0\.1:1 does not answer .* MONGODB_URL/);
  expect(error.message).not.toContain('secret');
});
