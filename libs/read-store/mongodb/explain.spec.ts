import { MongoBulkWriteError, type MongoClient, MongoNetworkError, MongoServerError } from 'mongodb';
import { connect } from './connect.js';
import { MongoDbRefused, MongoDbUnavailable } from './errors.js';
import { explain } from './explain.js';

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
