import type { TenureClient } from '@tenure/client';
import type { ResolvedSettings, Settings } from '@tenure/settings';
import { shellQuoted } from '@tenure/shape/shell-quoted';
import type { Connection } from './connection/connection.js';
import { Output } from './output/output.js';
import { Interrupted } from './wrong-usage.js';

export interface CommonOptions {
  readonly data?: string;
  readonly url?: string;
  readonly json?: boolean;
  /** For a verb that reads: the moment of recording that it asks about. */
  readonly asAt?: string;
}

const LONGEST_END_MS = 9_000;

/** One run of one verb: in which form it answers, and the engine it talks to, which is found when first needed. */
export class Session {
  readonly output: Output;
  readonly #options: CommonOptions;
  readonly #makesData: boolean;
  readonly #stop = new AbortController();
  #connection: Connection | null = null;
  #warned = false;

  constructor(options: CommonOptions, { makesData = false }: { readonly makesData?: boolean } = {}) {
    this.#options = options;
    this.#makesData = makesData;
    this.output = new Output(options.json === true);
    process.on('SIGINT', this.#interrupt).on('SIGTERM', this.#interrupt);
  }

  get json(): boolean {
    return this.output.json;
  }

  get asAt(): string | undefined {
    return this.#options.asAt;
  }

  /**
   * Aborts with `Interrupted` at the first Ctrl-C, which leaves the process 9 s; the second ends it at once. A terminal that is closed (SIGHUP) counts as
   * Ctrl-C once the verb talks to an engine; for one that starts an engine it means new certificates.
   */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  get url(): string | undefined {
    return this.#options.url;
  }

  /** How the command line is called here: the beginning of a line to be copied. */
  get program(): string {
    return process.env['npm_command'] === 'exec' ? 'npx tenure' : 'tenure';
  }

  /** The flags that make a line to be copied mean the same data. */
  get sameData(): string {
    return sameData(this.#options);
  }

  /** Settings, in which these flags come first. Throws `SettingsError`. */
  async settings(flags: Readonly<Record<string, string | undefined>> = {}): Promise<ResolvedSettings> {
    const { loadSettings } = await import('@tenure/settings');
    const resolved = loadSettings({ data: this.#options.data, ...flags });
    if (!this.#warned) for (const { key, detail } of resolved.warnings) this.output.note(`${key}: ${detail}`);
    this.#warned = true;
    return resolved;
  }

  /**
   * The engine: at `--url`, else the one running on the data folder, else one in this process until the verb ends. With `trial` no data may
   * stay behind: if there is none yet, a temporary folder takes its place.
   */
  async client({ trial = false }: { readonly trial?: boolean } = {}): Promise<TenureClient> {
    if (this.#connection === null) {
      process.on('SIGHUP', this.#interrupt);
      const { connect } = await import('./connection/connect.js');
      const { settings } = await this.settings();
      const withoutData = trial ? 'temporary' : this.#makesData ? 'make' : 'refuse';
      this.#connection = await connect({ url: this.#options.url, settings, signal: this.signal, withoutData });
    }
    return this.#connection.client;
  }

  /** An engine for this verb only, whatever data there is: what it records is removed when the verb ends. */
  async temporaryClient(settings: Settings): Promise<TenureClient> {
    process.on('SIGHUP', this.#interrupt);
    const { temporaryEngine } = await import('./connection/temporary-engine.js');
    this.#connection = await temporaryEngine(settings, this.signal);
    return this.#connection.client;
  }

  /** Whether the engine still runs when this command has ended. */
  async isLasting(): Promise<boolean> {
    await this.client();
    return this.#connection?.lasting ?? false;
  }

  async close(): Promise<void> {
    process.off('SIGINT', this.#interrupt).off('SIGTERM', this.#interrupt).off('SIGHUP', this.#interrupt);
    await this.#connection?.close();
  }

  #interrupt = (): void => {
    if (this.signal.aborted) process.exit(1);
    this.#stop.abort(new Interrupted());
    setTimeout(() => process.exit(1), LONGEST_END_MS).unref();
  };
}

/** ` --url URL` or ` --data DIR`, quoted for a shell, or nothing. */
export function sameData({ data, url }: Pick<CommonOptions, 'data' | 'url'>): string {
  if (url !== undefined) return ` --url ${shellQuoted(url)}`;
  return data === undefined ? '' : ` --data ${shellQuoted(data)}`;
}
