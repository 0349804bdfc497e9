import { MongoBulkWriteError, type MongoClient, MongoNetworkError, MongoServerError, MongoTopologyClosedError } from 'mongodb';
import { connect } from './connect.js';
import { Database } from './database.js';
import { MongoDbRefused, MongoDbUnavailable } from './errors.js';
import { explain, explained } from './explain.js';

let client: MongoClient;
beforeEach(() => {
  client = connect({ url: 'mongodb://somebody:secret@db1:27017,db2:27018/?replicaSet=rs', patienceMs: 100 });
});
afterEach(() => client.close());

it('refused credentials name the setting, and never print it', () => {
  const error = explain(new MongoServerError({ message: 'Authentication failed.', code: 18 }), client) as Error;
  expect(error).toBeInstanceOf(MongoDbRefused);
  expect(error.message).toMatch(/db1:27017, db2:27018 refuses the credentials of MONGODB_URL/);
  expect(error.message).not.toContain('secret');
});

it.each([
  ['a lost connection', new MongoNetworkError('connection closed')],
  ['an election', new MongoServerError({ message: 'not primary', code: 10107 })],
  ['a majority that does not answer', new MongoServerError({ message: 'waiting for replication timed out', code: 64 })],
  ['a lost connection within a bulk', new MongoBulkWriteError(new MongoNetworkError('connection closed'), null as never)],
  ['an error of the socket within a bulk', new MongoBulkWriteError(Object.assign(new Error('read ECONNRESET'), { syscall: 'read' }), null as never)],
])('%s can be tried again', (_, error) => {
  expect(explain(error, client)).toBeInstanceOf(MongoDbUnavailable);
});

it('what is neither the server nor its setting stays as it is', () => {
  const bug = new TypeError('undefined is not a function');
  expect(explain(bug, client)).toBe(bug);
  const rule = new MongoServerError({ message: 'unknown operator', code: 2 });
  expect(explain(rule, client)).toBe(rule);
});

it('an address that is none is refused with its form', () => {
  expect(() => connect({ url: 'localhost:27017', patienceMs: 100 })).toThrow(/MONGODB_URL is not an address of MongoDB .*mongodb:\/\/host:port/);
});

describe('work on a client that was closed under it', () => {
  const closedUnder = async () => {
    throw new MongoTopologyClosedError();
  };
  const another = () => connect({ url: 'mongodb://db1:27017', patienceMs: 100 });

  it('can be tried again, on the client that has taken its place', async () => {
    const database = new Database(client, 'tenure', another);
    let next: MongoClient | undefined;
    const replacedMeanwhile = async () => {
      database.replace(client);
      next = database.client;
      await closedUnder();
    };
    await expect(explained(database, replacedMeanwhile)).rejects.toBeInstanceOf(MongoDbUnavailable);
    expect(next).not.toBe(client);
    expect(database.client).toBe(next);
    await database.close();
  });

  it('makes no other client once the database is closed', async () => {
    const database = new Database(client, 'tenure', another);
    await database.close();
    await expect(explained(database, closedUnder)).rejects.toBeInstanceOf(MongoDbUnavailable);
    expect(database.client).toBe(client);
  });
});
