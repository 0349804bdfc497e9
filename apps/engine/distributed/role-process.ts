import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { newToken } from '@tenure/access';
import type { Settings } from '@tenure/settings';
import type { Logger } from 'pino';

const PAUSE_MS = { first: 500, longest: 10_000 } as const;
const LONGEST_ANSWER_MS = 4_000;

/** A role in a process of its own, started again when it ends unasked. It ends when this process ends: its channel closes. */
export class RoleProcess {
  #child: ChildProcess | null = null;
  /** Null while the role does not serve. */
  #url: string | null = null;
  #stopping = false;
  #pause: number = PAUSE_MS.first;
  /** With an API key: a role says why it is not ready only to a caller with one. */
  readonly #settings: Settings & { readonly apiKey: string };

  constructor(
    private readonly role: 'relay' | 'projector',
    settings: Settings,
    private readonly logger: Logger,
  ) {
    this.#settings = { ...settings, apiKey: settings.apiKey ?? newToken().token };
  }

  /** Resolves when the role works. Rejects with its last words on stderr if its first start fails. */
  async start(): Promise<void> {
    const child = this.#fork('pipe');
    let said = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4_000);
      process.stderr.write(text);
    });
    const ready = once(child, 'message').then(() => true);
    const ended = once(child, 'exit').then(() => false);
    if (!(await Promise.race([ready, ended]))) throw new RoleFailed(this.role, said);
    this.#watch(child);
  }

  /** Empty when the role is ready; else the reasons it gives, or that it does not answer. */
  async notReady(): Promise<readonly string[]> {
    if (this.#url === null) return [`The ${this.role} does not work: it starts, or has ended and is started again. The log says why.`];
    try {
      const answer = await fetch(`${this.#url}/health/ready`, {
        headers: { authorization: `Bearer ${this.#settings.apiKey}` },
        signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
      });
      return answer.ok ? [] : [((await answer.json()) as { detail: string }).detail];
    } catch {
      return [`The ${this.role} does not answer.`];
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    // Ctrl-C has reached the role already, and a second signal would end it at once.
    if (child.connected) child.disconnect();
    await once(child, 'exit');
  }

  #watch(child: ChildProcess): void {
    const startedAt = performance.now();
    child.once('exit', (code, signal) => {
      this.#url = null;
      if (this.#stopping) return;
      if (performance.now() - startedAt > PAUSE_MS.longest) this.#pause = PAUSE_MS.first;
      this.logger.error({ role: this.role, code, signal, restartInMs: this.#pause }, `The ${this.role} has ended; it is started again.`);
      setTimeout(() => {
        if (!this.#stopping) this.#watch(this.#fork('inherit'));
      }, this.#pause);
      this.#pause = Math.min(2 * this.#pause, PAUSE_MS.longest);
    });
  }

  #fork(stderr: 'pipe' | 'inherit'): ChildProcess {
    const script = fileURLToPath(new URL(`../roles/${this.role}/main.js`, import.meta.url));
    const child = fork(script, [], { env: environmentOf(this.#settings), stdio: ['ignore', 'ignore', stderr, 'ipc'], execArgv: [] });
    child.once('message', ({ url }: { url: string }) => {
      this.#url = url;
    });
    this.#child = child;
    return child;
  }
}

/** The last line that a role wrote on stderr before it failed to start. */
export class RoleFailed extends Error {
  constructor(role: string, said: string) {
    super(said.trim().split('\n').at(-1) || `The ${role} ended without a word.`);
    this.name = 'RoleFailed';
  }
}

/** The settings as resolved here, whatever their source; each process listens on a port of its own. */
function environmentOf(settings: Settings): NodeJS.ProcessEnv {
  return {
    ...process.env,
    TENURE_HOST: '127.0.0.1',
    TENURE_PORT: '0',
    TENURE_LOG_LEVEL: settings.logLevel,
    EVENTSTOREDB_URL: settings.eventstoredbUrl ?? '',
    KAFKA_BROKERS: settings.kafkaBrokers ?? '',
    KAFKA_TLS: settings.kafkaTls,
    KAFKA_SASL: settings.kafkaSasl,
    ...(settings.kafkaUsername ? { KAFKA_USERNAME: settings.kafkaUsername } : {}),
    ...(settings.kafkaPassword ? { KAFKA_PASSWORD: settings.kafkaPassword } : {}),
    MONGODB_URL: settings.mongodbUrl ?? '',
    TENURE_NAMESPACE: settings.namespace,
    TENURE_PARTITIONS: String(settings.partitions),
    TENURE_REPLICATION: String(settings.replication),
    TENURE_RETENTION_DAYS: String(settings.retentionDays),
    TENURE_BULK_SIZE: String(settings.bulkSize),
    TENURE_SCRUB_EVENTS_PER_SECOND: String(settings.scrubEventsPerSecond),
    ...(settings.apiKey ? { TENURE_API_KEY: settings.apiKey } : {}),
  };
}
