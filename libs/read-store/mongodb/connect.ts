import { MongoClient } from 'mongodb';
import { MongoDbRefused } from './errors.js';
import { noticingSilence } from './noticing-silence.js';

export interface Connection {
  readonly url: string;
  /** How long an operation looks for a server before it fails, in milliseconds. */
  readonly patienceMs: number;
}

/** A request that a server has accepted and does not answer, though it answers others, fails after this; its outcome is then unknown. */
const LONGEST_ANSWER_MS = 120_000;

/** Majority and journal on every write, majority on every read: what was acknowledged or read is not rolled back. */
export function connect({ url, patienceMs }: Connection): MongoClient {
  try {
    return new MongoClient(url, {
      appName: 'tenure',
      writeConcern: { w: 'majority', journal: true },
      readConcern: { level: 'majority' },
      readPreference: 'primary',
      serverSelectionTimeoutMS: patienceMs,
      ...noticingSilence,
      socketTimeoutMS: LONGEST_ANSWER_MS,
    });
  } catch (error) {
    throw new MongoDbRefused(`MONGODB_URL is not an address of MongoDB (${(error as Error).message}). Write it as mongodb://host:port or mongodb+srv://host.`);
  }
}
