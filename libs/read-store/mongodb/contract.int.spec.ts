import { readStoreContract } from '../contract/read-store.contract.js';
import type { ReadStore } from '../read-store.js';
import { MongoReadStore } from './mongo-read-store.js';
import { FIRST_START_MS, ferretDb, mongoJavaServer, type RunningServer } from './testing/servers.js';

describe.each([mongoJavaServer, ferretDb])('on $name', ({ name, start, bulks, manyDocuments }) => {
  let running: RunningServer;
  let databases = 0;
  beforeAll(async () => {
    running = await start();
  }, FIRST_START_MS);
  afterAll(() => running.dispose());

  const one = async () => {
    const database = `contract-${databases++}`;
    const stores: MongoReadStore[] = [];
    const open = async (): Promise<ReadStore> => {
      stores.push(await MongoReadStore.open({ url: running.server.url, database, partitions: 1, ...bulks }));
      return stores.at(-1)!.partition(0);
    };
    return {
      open,
      reopen: async (store: ReadStore) => {
        await store.close();
        return open();
      },
      dispose: async () => {
        for (const store of stores) await store.close();
      },
    };
  };
  readStoreContract(name, one, { isolatedSnapshots: false, manyDocuments });
});
