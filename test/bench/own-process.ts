import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** USER_HZ, the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

export interface OwnProcess {
  readonly pid: number;
  /** Its next line of output, as JSON. */
  answer<T>(): Promise<T>;
  /** Asks it to end and waits until it has; may be called again after that. */
  stop(): Promise<void>;
}

export interface ProcessOptions {
  readonly cwd: string;
  readonly nodeOptions?: readonly string[];
}

/** A Node process of its own: measured code must not share a heap, a thread or a warm cache with the benchmark. */
export function startProcess(script: string, args: readonly string[], { cwd, nodeOptions = [] }: ProcessOptions): OwnProcess {
  const child = spawn(process.execPath, [...nodeOptions, script, ...args], { cwd, env: plainEnvironment(), stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    pid: child.pid!,
    async answer<T>() {
      const line = await lines.next();
      if (line.done) throw new Error(`${script} ended without an answer; what it said is above.`);
      return JSON.parse(line.value) as T;
    },
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Megabytes of peak memory of a running process; null if the system does not report it. */
export function peakMemory(pid: number | 'self'): number | null {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

/** Seconds of processor time that a process has used, all threads; other processes on the machine hardly change it. Null as above. */
export function processorSeconds(pid: number): number | null {
  try {
    // proc(5): fields 14 and 15 are ticks of user and system time; the name before them, in brackets, may contain spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return null;
  }
}

/** The settings of the person who runs the benchmark must not reach the measured engine. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TENURE_')));
}
