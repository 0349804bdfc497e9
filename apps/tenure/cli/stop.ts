import { setTimeout as pause } from 'node:timers/promises';
import { isRunning } from '@tenure/engine/engine-file';
import { answers } from './connection/answers.js';
import { localEngine } from './connection/local-engine.js';
import type { Session } from './session.js';
import type { Verb } from './verb.js';
import { Refused, WrongUsage } from './wrong-usage.js';

/** Requests in progress get five seconds, the resources they use three more. */
const LONGEST_STOP_MS = 20_000;

export const stop: Verb = {
  name: 'stop',
  summary: 'end the engine that runs on the data folder; the data stays',
  examples: ['tenure stop', 'tenure stop --data ./shop'],
  notes: ['Requests under way are finished first, for at most five seconds. Exit 1 when no engine runs there.'],
  async run(session: Session) {
    if (session.url !== undefined) throw new WrongUsage('An engine is stopped on its own machine: leave out --url, name its folder with --data.');
    const { settings } = await session.settings();
    const engine = localEngine(settings.data);
    if (engine === null) throw new Refused(`No engine runs on ${settings.data}.`);
    const { pid, url } = engine;
    // The id of a process that ended may belong to another program by now, which must not be killed in its place.
    if (!(await answers(url))) throw new Refused(`Process ${pid} does not answer on ${url}. If it is the engine, end it with: kill ${pid}`);
    process.kill(pid, 'SIGTERM');
    if (!(await ended(pid, session.signal))) throw new Refused(`Process ${pid} on ${url} was told to stop and still runs. Its log says what it waits for.`);
    session.output.answer(
      { stopped: true, pid, url, data: settings.data },
      () => `The engine on ${url} (process ${pid}) has stopped; the data stays in ${settings.data}.`,
    );
  },
};

async function ended(pid: number, signal: AbortSignal): Promise<boolean> {
  for (const until = performance.now() + LONGEST_STOP_MS; performance.now() < until; await pause(50, undefined, { signal })) {
    if (!isRunning(pid)) return true;
  }
  return false;
}
