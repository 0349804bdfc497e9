import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import type { Server as HttpServer } from 'node:http';
import { createServer, type Server } from 'node:https';
import { createSecureContext, type SecureContextOptions } from 'node:tls';
import { TIME_LIMITS } from './time-limits.js';
import { answerUnreadable } from './unreadable-request.js';

/** PEM files: the certificate with its chain, and its key. */
export interface TlsFiles {
  readonly certFile: string;
  readonly keyFile: string;
}

/** A certificate or key that cannot be used; the message names the file and the remedy. */
export class TlsRefused extends Error {
  constructor(detail: string, cause: unknown) {
    super(detail, { cause });
    this.name = 'TlsRefused';
  }
}

const LOOK_EVERY_MS = 5_000;

/** Accepts TLS, and passes connections on to a server that is itself reached on this machine only. */
export class TlsDoor {
  readonly server: Server;
  readonly #files: TlsFiles;
  readonly #failed: (error: Error) => void;

  private constructor(behind: HttpServer, files: TlsFiles, failed: (error: Error) => void) {
    this.#files = files;
    this.#failed = failed;
    this.server = createServer({ ...TIME_LIMITS, ...readTls(files), minVersion: 'TLSv1.2' }, (request, response) => behind.emit('request', request, response));
    this.server.keepAliveTimeout = behind.keepAliveTimeout;
    this.server.maxConnections = behind.maxConnections;
    this.server.on('clientError', answerUnreadable);
  }

  /** Resolves when it listens. `failed` hears why changed files cannot be used; the earlier ones stay in use. @throws TlsRefused, EADDRINUSE */
  static async open(
    behind: HttpServer,
    files: TlsFiles,
    at: { readonly host: string; readonly port: number },
    failed: (error: Error) => void,
  ): Promise<TlsDoor> {
    const door = new TlsDoor(behind, files, failed);
    await new Promise<void>((resolve, reject) => {
      door.server.once('error', reject).listen(at.port, at.host, () => {
        door.server.off('error', reject);
        resolve();
      });
    });
    for (const file of [files.certFile, files.keyFile]) watchFile(file, { interval: LOOK_EVERY_MS, persistent: false }, door.#renew);
    process.on('SIGHUP', door.#renew);
    return door;
  }

  /** Refuses new connections; resolves when the open ones have ended. */
  async close(): Promise<void> {
    for (const file of [this.#files.certFile, this.#files.keyFile]) unwatchFile(file, this.#renew);
    process.off('SIGHUP', this.#renew);
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeIdleConnections();
    await closed;
  }

  /** New connections get the new certificate. */
  #renew = (): void => {
    try {
      this.server.setSecureContext({ ...readTls(this.#files), minVersion: 'TLSv1.2' });
    } catch (error) {
      this.#failed(error as Error);
    }
  };
}

function readTls({ certFile, keyFile }: TlsFiles): SecureContextOptions {
  const read = (setting: string, file: string): Buffer => {
    try {
      return readFileSync(file);
    } catch (error) {
      throw new TlsRefused(`${setting} names ${file}, which cannot be read (${(error as NodeJS.ErrnoException).code}).`, error);
    }
  };
  const pems = { cert: read('TENURE_TLS_CERT_FILE', certFile), key: read('TENURE_TLS_KEY_FILE', keyFile) };
  try {
    createSecureContext(pems);
    return pems;
  } catch (error) {
    const remedy = 'They must be PEM: the certificate, then those it was signed by; and the key that belongs to it, without a passphrase.';
    throw new TlsRefused(`${certFile} and ${keyFile} cannot be served with (${(error as Error).message}). ${remedy}`, error);
  }
}
