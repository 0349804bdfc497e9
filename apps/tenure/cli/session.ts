import type { TenureClient } from '@tenure/client';
import type { ResolvedSettings } from '@tenure/settings';
import type { Connection } from './connection/connection.js';
import { Output } from './output/output.js';
import { Interrupted } from './wrong-usage.js';

export interface CommonOptions {
  readonly data?: string;
  readonly url?: string;
  readonly json?: boolean;
}

/** One run of one verb: how it was asked to answer, and the engine it talks to, which is found when first needed. */
export class Session {
  readonly output: Output;
  readonly #options: CommonOptions;
  readonly #stop = new AbortController();
  #connection: Connection | null = null;

  constructor(options: CommonOptions) {
    this.#options = options;
    this.output = new Output(options.json === true);
    process.on('SIGINT', this.#interrupt).on('SIGTERM', this.#interrupt);
  }

  get json(): boolean {
    return this.output.json;
  }

  /** Aborts with `Interrupted` at the first Ctrl-C; the second ends the process at once. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  get url(): string | undefined {
    return this.#options.url;
  }

  /** What to add to a line that is to be copied, so that it means the same data. */
  get sameData(): string {
    const { data, url } = this.#options;
    const quoted = (text: string): string => (/^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
    if (url !== undefined) return ` --url ${quoted(url)}`;
    return data === undefined ? '' : ` --data ${quoted(data)}`;
  }

  /** Settings with these flags before everything else. Throws `SettingsError`. */
  async settings(flags: Readonly<Record<string, string | undefined>> = {}): Promise<ResolvedSettings> {
    const { loadSettings } = await import('@tenure/settings');
    return loadSettings({ data: this.#options.data, ...flags });
  }

  /** The engine: at `--url`, else the one running on the data folder, else one in this process until the verb ends. */
  async client(): Promise<TenureClient> {
    if (this.#connection === null) {
      const { connect } = await import('./connection/connect.js');
      const { settings } = await this.settings();
      this.#connection = await connect({ url: this.#options.url, settings, signal: this.signal });
    }
    return this.#connection.client;
  }

  async close(): Promise<void> {
    process.off('SIGINT', this.#interrupt).off('SIGTERM', this.#interrupt);
    await this.#connection?.close();
  }

  #interrupt = (): void => {
    if (this.signal.aborted) process.exit(1);
    this.#stop.abort(new Interrupted());
  };
}
