import type { Connection } from './connection.js';
import { readStream } from './read-stream.js';

/** The server cannot be asked about many streams at once, so this many are asked for concurrently. */
const AT_ONCE = 100;

/** @throws as `readStream` */
export async function existingStreams(connection: Connection, streams: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (let first = 0; first < streams.length; first += AT_ONCE) {
    const looked = streams.slice(first, first + AT_ONCE).map(async (stream) => {
      if ((await readStream(connection, stream, { limit: 1 })).length > 0) found.add(stream);
    });
    await Promise.all(looked);
  }
  return found;
}
