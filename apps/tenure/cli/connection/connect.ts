import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { TenureClient } from '@tenure/client';
import type { Settings } from '@tenure/settings';
import { Refused, WrongUsage } from '../wrong-usage.js';
import { answers } from './answers.js';
import type { Connection } from './connection.js';
import { localEngine } from './local-engine.js';
import { passingEngine } from './passing-engine.js';
import { temporaryEngine } from './temporary-engine.js';

export interface ConnectRequest {
  /** The value of `--url`. */
  readonly url: string | undefined;
  readonly settings: Settings;
  readonly signal: AbortSignal;
  /** If the folder holds no log yet: create one, refuse, or work in a temporary folder that is removed afterwards. */
  readonly withoutData: 'make' | 'refuse' | 'temporary';
}

const PATIENCE_MS = 15_000;
const LOOK_AGAIN_MS = 200;

const nothingToClose = async (): Promise<void> => undefined;

/** The engine at `--url`, else the one running on the data folder, else one in this process, on a free port and unannounced. */
export async function connect({ url, settings, signal, withoutData }: ConnectRequest): Promise<Connection> {
  const local = localEngine(settings.data);
  if (url !== undefined) {
    const address = addressOf(url);
    // If `--url` names the engine of this folder, its own token is used when no key was given.
    const own = local !== null && new URL(local.url).origin === new URL(address).origin ? local.token : null;
    return { client: new TenureClient({ url: address, token: settings.apiKey ?? own, signal }), lasting: true, close: nothingToClose };
  }
  const running = await runningEngine(settings, signal);
  if (running !== null) return running;
  if (settings.profile === 'distributed' || withoutData === 'make' || existsSync(join(settings.data, 'events.db'))) {
    return whileInUse(settings, signal, () => passingEngine(settings, signal));
  }
  if (withoutData === 'refuse') {
    throw new Refused(`There is no data in ${settings.data}: tenure import or tenure demo brings some in; --data names another folder, --url an engine.`);
  }
  return temporaryEngine(settings, signal);
}

/** The engine of the data folder's engine file, if it answers. */
async function runningEngine({ data }: Settings, signal: AbortSignal): Promise<Connection | null> {
  const local = localEngine(data);
  if (local === null || !(await answers(local.url))) return null;
  return { client: new TenureClient({ url: local.url, token: local.token, signal }), lasting: true, close: nothingToClose };
}

/** The process that holds the log is an engine that starts, or a command like this one: either is done in a moment. */
async function whileInUse(settings: Settings, signal: AbortSignal, open: () => Promise<Connection>): Promise<Connection> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    let refused: unknown;
    try {
      return await open();
    } catch (error) {
      if ((error as { code?: string }).code !== 'in-use') throw error;
      refused = error;
    }
    const running = await runningEngine(settings, signal);
    if (running !== null) return running;
    if (Date.now() > until) throw localEngine(settings.data) === null ? new Refused(stillInUse(settings.data)) : refused;
    await delay(LOOK_AGAIN_MS, undefined, { signal }).catch(() => Promise.reject(signal.reason as Error));
  }
}

const stillInUse = (data: string): string =>
  `Another process holds the log in ${data} and does not answer yet: an engine that is starting, or a command that works on the files by itself. ` +
  'Run this again when it is there, stop an engine with tenure stop, or choose another folder with --data.';

function addressOf(text: string): string {
  const written = URL.canParse(text) ? new URL(text) : null;
  if (written === null || !/^https?:$/.test(written.protocol)) {
    throw new WrongUsage(`--url takes an address such as http://127.0.0.1:7070, not "${text}".`);
  }
  return text;
}
