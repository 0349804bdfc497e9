import { fileURLToPath } from 'node:url';
import type { Surroundings } from './benchmark.js';
import { startProcess } from './own-process.js';

export interface NoOpEdge {
  readonly url: string;
  readonly token: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** The engine's HTTP edge, in a process of its own, with nothing behind it. */
export async function startNoOpEdge({ folder }: Surroundings): Promise<NoOpEdge> {
  const edge = startProcess(fileURLToPath(new URL('./no-op-edge.main.js', import.meta.url)), [], { cwd: folder });
  const { url, token } = await edge.answer<{ url: string; token: string }>();
  return { url, token, pid: edge.pid, stop: () => edge.stop() };
}
