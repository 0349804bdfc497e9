import { TenureClient } from '@tenure/client';
import type { Settings } from '@tenure/settings';
import { WrongUsage } from '../wrong-usage.js';
import { answers } from './answers.js';
import type { Connection } from './connection.js';
import { startEngine } from './engine.js';
import { readEngineFile } from './engine-file.js';

export interface ConnectRequest {
  /** `--url`. */
  readonly url: string | undefined;
  readonly settings: Settings;
  readonly signal: AbortSignal;
}

const nothingToClose = async (): Promise<void> => undefined;

/** `--url`, else the engine running on the data folder, else one in this process, on a free port and unannounced. */
export async function connect({ url, settings, signal }: ConnectRequest): Promise<Connection> {
  const local = readEngineFile(settings.data);
  if (url !== undefined) {
    const address = addressOf(url);
    // The engine of this folder, named by its address: its own token serves where no key was given.
    const own = local !== null && new URL(local.url).origin === new URL(address).origin ? local.token : null;
    return { client: new TenureClient({ url: address, token: settings.apiKey ?? own, signal }), close: nothingToClose };
  }
  if (local !== null && (await answers(local.url))) {
    return { client: new TenureClient({ url: local.url, token: local.token, signal }), close: nothingToClose };
  }
  const engine = await startEngine(settings, { passing: true });
  return { client: new TenureClient({ url: engine.url, token: engine.token, signal }), close: () => engine.close() };
}

function addressOf(text: string): string {
  const written = URL.canParse(text) ? new URL(text) : null;
  if (written === null || !/^https?:$/.test(written.protocol)) {
    throw new WrongUsage(`--url takes an address such as http://127.0.0.1:7070, not "${text}".`);
  }
  return text;
}
