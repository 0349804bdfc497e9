import { relative } from 'node:path';
import type { Servers } from './start-servers.js';
import type { Tenure } from './start-tenure.js';

/** What runs at which address, and what to try. */
export function stackLines({ data, servers, tenure: { url, firstKey, log } }: { data: string; servers: Servers; tenure: Tenure }): string[] {
  const folder = shown(data);
  return [
    '',
    `Tenure       ${url} (pages: ${url}/docs): commands, queries and models in one process, the relay and a projector in one each`,
    `event log    ${servers.eventstoredb} TEST STAND-IN for EventStoreDB: no authentication, one node, not for production`,
    `event feed   ${servers.kafka} Apache Kafka, one broker`,
    `read models  ${servers.mongodb} mongo-java-server in MongoDB's place`,
    `data         ${folder}, what the engine says in ${shown(log)}`,
    ...(firstKey === null ? [] : [`API key, shown this once: ${firstKey}`]),
    '',
    'Try next, in another terminal:',
    `  npx tenure demo --data ${folder}`,
    `  npx tenure retention --data ${folder}`,
    'Ctrl-C stops all of it; the data stays.',
  ];
}

/** As a person in this folder would write the path. */
function shown(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : `./${short}`;
}
