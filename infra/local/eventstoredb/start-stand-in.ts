import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Calls, Faults } from './faults.js';

export interface EventStoreDbStandIn {
  /** For the client: `esdb://127.0.0.1:PORT?tls=false`, without the option if it speaks TLS. The same after `restart`. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** SIGTERM. */
  stop(): Promise<void>;
  /** SIGKILL: everything it has answered must be there after a restart. */
  kill(): Promise<void>;
  /** Starts again on the same port and data, without faults. Stops it first if it runs. */
  restart(): Promise<void>;
  /** SIGSTOP and SIGCONT: connections stay open, nothing is answered. */
  pause(): void;
  resume(): void;
  /** SIGSTOP between two operations: a store shared with other nodes is not left locked. */
  freeze(): Promise<void>;
  /** Resolves when the process has ended, for whatever reason. */
  ended(): Promise<void>;
  set(faults: Partial<Faults>): Promise<void>;
  calls(): Promise<Calls>;
  dropSubscriptions(): Promise<void>;
}

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
  readonly controlUrl: string;
}

export interface StandInOptions {
  /** A folder. */
  readonly data: string;
  /** 0 or undefined takes a free port. */
  readonly port?: number;
  /** Paths of PEM files. */
  readonly tls?: { readonly certificate: string; readonly key: string };
}

/** The stand-in in a process of its own; it ends with this one. */
export async function startEventStoreDbStandIn(options: StandInOptions): Promise<EventStoreDbStandIn> {
  let running = await start(options);
  const control = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(running.controlUrl + path, { method, body: body && JSON.stringify(body) });
    if (!response.ok) throw new Error(`The stand-in's control answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  return {
    get url() {
      return `esdb://127.0.0.1:${running.port}${options.tls ? '' : '?tls=false'}`;
    },
    get port() {
      return running.port;
    },
    get pid() {
      return running.child.pid!;
    },
    stop: () => end(running.child, 'SIGTERM'),
    kill: () => end(running.child, 'SIGKILL'),
    restart: async () => {
      await end(running.child, 'SIGTERM');
      running = await start({ ...options, port: running.port });
    },
    pause: () => {
      running.child.kill('SIGSTOP');
    },
    resume: () => {
      running.child.kill('SIGCONT');
    },
    freeze: async () => {
      await control('POST', '/freeze');
    },
    ended: () => exited(running.child),
    set: async (faults) => {
      await control('PUT', '/faults', faults);
    },
    calls: async () => (await control('GET', '/calls')) as Calls,
    dropSubscriptions: async () => {
      await control('POST', '/drop-subscriptions');
    },
  };
}

async function start({ data, port = 0, tls }: StandInOptions): Promise<Running> {
  const main = fileURLToPath(new URL('./main.js', import.meta.url));
  const secrets = tls ? ['--tls-certificate', tls.certificate, '--tls-key', tls.key] : [];
  const child = spawn(process.execPath, [main, '--port', String(port), '--data', data, '--end-with-input', ...secrets], { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The EventStoreDB stand-in ended with ${code} before it served: ${said}`)));
    child.stdout.on('data', (text) => {
      said += text;
      const address = /esdb:\/\/127\.0\.0\.1:(\d+)\S* \(control (http:\S+),/.exec(said);
      if (address) resolve({ child, port: Number(address[1]), controlUrl: address[2]! });
    });
  });
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  child.kill(signal);
  // A paused process would keep SIGTERM for later.
  child.kill('SIGCONT');
  await exited(child);
}

async function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
