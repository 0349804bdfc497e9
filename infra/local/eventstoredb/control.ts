import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServerState } from './server-state.js';

export interface Control {
  readonly url: string;
  close(): void;
}

/** A second, small port for tests: PUT /faults merges, GET /calls counts, POST /drop-subscriptions breaks them all, POST /freeze stops the process. */
export async function startControl(state: ServerState): Promise<Control> {
  const server: Server = createServer((request, response) => {
    answer(state, request, response).catch((error: Error) => response.writeHead(400).end(error.message));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer({ faults, calls, subscriptions }: ServerState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const route = `${request.method} ${request.url}`;
  if (route === 'PUT /faults') {
    Object.assign(faults, JSON.parse(await bodyOf(request)));
    subscriptions.emit('wake');
    response.end(JSON.stringify(faults));
  } else if (route === 'GET /calls') {
    response.end(JSON.stringify(calls));
  } else if (route === 'POST /drop-subscriptions') {
    subscriptions.emit('drop');
    response.end('{}');
  } else if (route === 'POST /freeze') {
    // Between two turns of the event loop the process holds no lock on a shared store.
    response.end('{}', () => setImmediate(() => process.kill(process.pid, 'SIGSTOP')));
  } else {
    response.writeHead(404).end(route);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
