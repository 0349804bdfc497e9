import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { RunningEngine } from '@tenure/engine/running-engine';
import type { Settings } from '@tenure/settings';
import { Option } from 'commander';
import { startEngine } from './connection/engine.js';
import { type Session, sameData } from './session.js';
import { startLines } from './start/start-lines.js';
import { tooOpen } from './start/too-open.js';
import type { Verb } from './verb.js';
import { Refused, WrongUsage } from './wrong-usage.js';

/** Counted from the first signal, for closing everything. */
const LONGEST_END_MS = 8_000;

interface Options {
  readonly profile?: string;
  readonly host?: string;
  readonly port?: string;
  readonly timezone?: string;
  readonly currency?: string;
  readonly allowedSkew?: string;
  readonly logLevel?: string;
  readonly acceptLoss?: boolean;
}

export const start: Verb<Options> = {
  name: 'start',
  summary: 'start the engine and keep it running',
  examples: ['tenure start', 'tenure start --port 8080 --data ./shop', 'TENURE_TIMEZONE=Europe/Berlin tenure start --currency EUR'],
  notes: [
    'Ctrl-C stops cleanly; the data stays. With --json the first line is {"url", "pid", "data", "apiKey"}.',
    'Every setting may also come from the environment or tenure.config.json: see tenure config.',
  ],
  options: [
    new Option('--port <port>', 'the port to listen on; 0 takes a free one (default: 7070)'),
    new Option('--host <host>', 'the address to listen on (default: 127.0.0.1)'),
    new Option('--profile <profile>', 'embedded or distributed'),
    new Option('--timezone <zone>', 'the zone that days, weeks and months are counted in (default: UTC)'),
    new Option('--currency <code>', 'the currency that reports are given in (default: USD)'),
    new Option('--allowed-skew <seconds>', 'how far ahead of our clock a fact may lie (default: 300)'),
    new Option('--accept-loss', 'start with an empty log although the events that were there are gone'),
    new Option('--log-level <level>', 'what is written to stderr, as JSON lines (default: warn)'),
  ],
  async run(session: Session, _args, { acceptLoss, ...flags }) {
    if (session.url !== undefined) throw new WrongUsage('--url is for talking to an engine that runs; start makes one. Use --host and --port.');
    const { settings, origins } = await session.settings({ ...flags });
    const { startTracing } = await import('@tenure/tracing');
    const tracing = startTracing('tenure', process.env, (message) => session.output.hint(message));
    const engine = await withinEnd(session, started(session, settings, acceptLoss));
    if (engine === null) return;
    for (const warning of await exposures(settings)) session.output.note(warning);
    try {
      const { url, firstKey, signInCode } = engine;
      session.output.answer({ url, pid: process.pid, data: settings.data, apiKey: firstKey }, () => {
        // Another terminal may share this one's working folder, but neither its flags nor its variables.
        const found = origins.data.source === 'default' || origins.data.source === 'config-file';
        return startLines({ url, firstKey, signInCode, data: settings.data, sameData: found ? '' : sameData({ data: resolve(settings.data) }) }).join('\n');
      });
      const failure = session.signal.aborted ? null : await Promise.race([once(session.signal, 'abort').then(() => null), engine.failed]);
      if (failure !== null) throw new Refused(failure);
      session.output.hint('Stopping ...');
    } finally {
      await withinEnd(
        session,
        engine.close().then(() => tracing.stop()),
      );
    }
  },
};

/** Waits for the work; once the session is told to end, for at most as long as an end may take. Then the answer is null, and the process ends. */
async function withinEnd<T>(session: Session, work: Promise<T>): Promise<T | null> {
  const ending = new AbortController();
  const late = async (): Promise<null> => {
    if (!session.signal.aborted) await once(session.signal, 'abort', { signal: ending.signal });
    await delay(LONGEST_END_MS, undefined, { signal: ending.signal });
    session.output.hint('Not everything could be put down in time, as where a server does not answer; it is left. Nothing acknowledged is lost.');
    return null;
  };
  try {
    return await Promise.race([work, late()]);
  } finally {
    ending.abort();
  }
}

/** What other machines, or other users of this one, could read. */
async function exposures({ host, tlsCertFile, data }: Settings): Promise<string[]> {
  const { isLoopback } = await import('@tenure/settings');
  const remedy = 'Set TENURE_TLS_CERT_FILE and TENURE_TLS_KEY_FILE, put a gateway with TLS before it, or listen on 127.0.0.1 only.';
  const plain = `WARNING: other machines reach this engine at ${host} WITHOUT TLS: keys and customers' data can be read on the way. ${remedy}`;
  return [...(isLoopback(host) || tlsCertFile !== null ? [] : [plain]), ...tooOpen(data)];
}

/** A person is told what the start waits for, once for each reason; for scripts it is logged. Null: interrupted before anything was served. */
async function started(session: Session, settings: Settings, acceptLoss?: boolean): Promise<RunningEngine | null> {
  let said = '';
  const told = (reason: string) => {
    if (reason !== said) session.output.note(`Waiting. ${reason}`);
    said = reason;
  };
  try {
    return await startEngine(settings, { passing: false, acceptLoss, ...(session.json ? {} : { told }) });
  } catch (error) {
    if (session.signal.aborted) return null;
    throw error;
  }
}
