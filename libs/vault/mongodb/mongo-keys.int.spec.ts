import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalMongoDb, startMongoJavaServer } from '@tenure/local-servers/mongodb';
import { keysContract } from '../contract/keys.contract.js';
import { MongoKeys } from './mongo-keys.js';

let folder: string;
let server: LocalMongoDb;
let database = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-vault-'));
  server = await startMongoJavaServer({ data: folder });
}, 600_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  database += 1;
});

keysContract('MongoDB', async () => new MongoKeys({ url: server.url, database: `vault-${database}` }));

it('gives every key there is, some at a time, and nothing else', async () => {
  const keys = new MongoKeys({ url: server.url, database: `vault-${database}` });
  await keys.begin('one');
  const all = ['ä', 'b c', 'id', 'z'].flatMap((customerId, n) => [1, 2].map((epoch) => ({ customerId, epoch, secretEpoch: 1, wrapped: Buffer.alloc(92, n) })));
  await keys.keep(all);
  const pages = [];
  for await (const page of keys.pages(3)) pages.push(page);
  await keys.close();
  expect(pages.map(({ length }) => length)).toEqual([3, 3, 2]);
  expect(pages.flat()).toEqual(expect.arrayContaining(all));
});

it('of two processes that make a key at once both get the same one', async () => {
  const makers = [1, 2, 3, 4].map(() => new MongoKeys({ url: server.url, database: `vault-${database}` }));
  const kept = await Promise.all(makers.map((keys, n) => keys.keep([{ customerId: 'a', epoch: 1, secretEpoch: 1, wrapped: Buffer.alloc(92, n) }])));
  expect(new Set(kept.map(([key]) => key!.wrapped.toString('hex'))).size).toBe(1);
  for (const keys of makers) await keys.close();
});
