import { parentPort, workerData } from 'node:worker_threads';
import { quickCheck } from '@tenure/event-log/sqlite';
import { giveWay } from './give-way.js';

/** A thread that has SQLite look through files once, and ends. */
const { files } = workerData as { readonly files: readonly string[] };

giveWay();
parentPort!.postMessage(files.map(quickCheck));
