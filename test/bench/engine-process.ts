import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Schemas, TenureClient } from '@tenure/client';
import type { Surroundings } from './benchmark.js';
import { peakMemory, startProcess } from './own-process.js';

/** This file is compiled to test/dist/bench. */
const tenure = fileURLToPath(new URL('../../../apps/tenure/bin/tenure.mjs', import.meta.url));

export type Status = Schemas['Status'];

export interface EngineProcess {
  readonly url: string;
  readonly token: string;
  readonly client: TenureClient;
  status(): Promise<Status>;
  /** Milliseconds until every read model stands at the head of the log. */
  caughtUp(): Promise<number>;
  readonly pid: number;
  peakMemory(): number | null;
  stop(): Promise<void>;
}

/** `tenure start` on a data folder, as a person would start it. */
export async function startEngineProcess({ folder, profiles }: Pick<Surroundings, 'folder' | 'profiles'>, data: string): Promise<EngineProcess> {
  mkdirSync(data, { recursive: true });
  const nodeOptions = profiles === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`];
  const engine = startProcess(tenure, ['start', '--json', '--port', '0', '--data', data, '--log-level', 'error'], { cwd: folder, nodeOptions });
  const { url } = await engine.answer<{ url: string }>();
  const { token } = JSON.parse(readFileSync(join(data, 'engine.json'), 'utf8')) as { token: string };
  const client = new TenureClient({ url, token });
  const status = () => client.get('/v1/status');
  return {
    url,
    token,
    client,
    status,
    async caughtUp() {
      const started = performance.now();
      for (;;) {
        const { log, projections, rebuilding } = await status();
        if (!rebuilding && projections.every(({ position }) => position === log.position)) return performance.now() - started;
        await delay(50);
      }
    },
    pid: engine.pid,
    peakMemory: () => peakMemory(engine.pid),
    stop: () => engine.stop(),
  };
}
