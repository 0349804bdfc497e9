import { setTimeout as delay } from 'node:timers/promises';
import { type Answer, Client } from '../engine/client.js';

/** A client's pause between two commands: without it, eight clients would leave a small machine nothing to recover with. */
const THINKING_MS = 20;

/** An engine whose commands and queries are served by two processes. */
export class ClusterClient extends Client {
  readonly #commands: Client;

  constructor(commandUrl: string, queryUrl: string, key: string) {
    super(queryUrl, key);
    this.#commands = new Client(commandUrl, key);
  }

  override open(path: string, init: RequestInit & { duplex?: 'half' } = {}): Promise<Response> {
    return path.startsWith('/v1/commands') ? this.#commands.open(path, init) : super.open(path, init);
  }

  override async send(...command: Parameters<Client['send']>): Promise<Answer> {
    await delay(THINKING_MS);
    return super.send(...command);
  }
}
