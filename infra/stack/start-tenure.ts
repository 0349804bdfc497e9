import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Servers } from './start-servers.js';

export interface Tenure {
  readonly url: string;
  /** The key made by the first start on this data. */
  readonly firstKey: string | null;
  /** The log of the engine and its roles, as JSON lines. */
  readonly log: string;
  /** Resolves with the exit code or the signal when the engine has ended, for whatever reason. */
  readonly ended: Promise<number | string>;
  stop(): Promise<void>;
}

/** The program is beside its sources; this file runs from the compiled folder. */
const program = fileURLToPath(new URL('../../../apps/tenure/bin/tenure.mjs', import.meta.url));

const LAST_LINES = 20;

export interface TenureOptions {
  readonly data: string;
  readonly servers: Servers;
  /** Flags of `tenure start`. */
  readonly flags: readonly string[];
  /** Ends the engine, even while it starts. */
  readonly signal: AbortSignal;
}

/** `tenure start` on these servers, with the rest of the environment. Rejects with its last words if it ends before it serves. */
export async function startTenure({ data, servers, flags, signal }: TenureOptions): Promise<Tenure> {
  const { TENURE_CACHE: _forTheServers, ...environment } = process.env;
  const log = join(data, 'tenure.log');
  const output = openSync(log, 'w');
  const child = spawn(process.execPath, [program, 'start', '--json', ...flags], {
    env: {
      ...environment,
      TENURE_PROFILE: 'distributed',
      TENURE_DATA: data,
      EVENTSTOREDB_URL: servers.eventstoredb,
      KAFKA_BROKERS: servers.kafka,
      MONGODB_URL: servers.mongodb,
    },
    stdio: ['ignore', 'pipe', output],
  });
  closeSync(output);
  signal.addEventListener('abort', () => child.kill('SIGTERM'));
  if (signal.aborted) child.kill('SIGTERM');
  const ended = once(child, 'exit').then(([code, signal]) => code ?? signal);
  const line = once(createInterface({ input: child.stdout! }), 'line').then(
    ([text]) => JSON.parse(text) as { readonly url: string; readonly apiKey: string | null },
  );
  const answer = await Promise.race([line, ended.then(() => null)]);
  if (answer === null) throw new Error(`The engine did not start:\n${readFileSync(log, 'utf8').trimEnd().split('\n').slice(-LAST_LINES).join('\n')}`);
  return {
    url: answer.url,
    firstKey: answer.apiKey,
    log,
    ended,
    async stop() {
      // A second signal would end it at once.
      if (!signal.aborted) child.kill('SIGTERM');
      await ended;
    },
  };
}
