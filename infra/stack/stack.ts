import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { claimFolder } from './claim-folder.js';
import { stackLines } from './stack-lines.js';
import { startServers } from './start-servers.js';
import { startTenure } from './start-tenure.js';

/** For ending the whole stack: the engine first, which has 8 s, then the servers. */
const LONGEST_END_MS = 9_500;

const data = resolve(process.env.TENURE_DATA ?? join('data', 'stack'));
const ending = new AbortController();
const stopping: Array<() => Promise<void> | void> = [];
let exitCode = 0;
// A second request ends the process at once; the servers end with it.
process.on('message', () => (ending.signal.aborted ? process.exit(1) : ending.abort()));
process.once('disconnect', () => ending.abort());
ending.signal.addEventListener('abort', () => setTimeout(() => process.exit(exitCode), LONGEST_END_MS).unref());

try {
  stopping.push(claimFolder(data));
  console.error('Starting Kafka, a MongoDB-protocol server and an EventStoreDB stand-in. The first time they are fetched, which takes a minute or two ...');
  const servers = await startServers(data);
  stopping.push(() => servers.stop());
  const tenure = await startTenure({ data, servers, flags: process.argv.slice(2), signal: ending.signal });
  stopping.push(() => tenure.stop());
  console.log(stackLines({ data, servers, tenure }).join('\n'));
  const asked = once(ending.signal, 'abort').then(() => null);
  const ended = await Promise.race([tenure.ended, asked]);
  if (ended !== null) throw new Error(`The engine has ended by itself (${ended}).`);
} catch (error) {
  if (!ending.signal.aborted) {
    exitCode = 1;
    console.error(error instanceof Error ? error.message : String(error));
  }
} finally {
  if (stopping.length > 0) console.error('Stopping ...');
  for (const stop of stopping.reverse()) await stop();
}
process.exit(exitCode);
