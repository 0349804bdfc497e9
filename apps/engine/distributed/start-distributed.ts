import { newToken, SignInCodes } from '@tenure/access';
import { createLogger, Entrance } from '@tenure/http';
import type { Settings } from '@tenure/settings';
import { createDataFolder, dataFolder } from '../process/data-folder.js';
import { removeEngineFile, writeEngineFile } from '../process/engine-file.js';
import { makeFirstKey } from '../process/first-key.js';
import { opening } from '../process/opened.js';
import type { RunningEngine, StartOptions } from '../process/running-engine.js';
import { issueSignInCode } from '../process/sign-in-code.js';
import { RoleProcess } from './role-process.js';
import { startEdge } from './start-edge.js';
import { untilReachable } from './until-reachable.js';

/**
 * The distributed profile on one machine: the edge in this process, the relay and a projector in processes of their own.
 * On a cluster each role is started by itself instead. It listens at once, and serves when all parts do.
 */
export async function startDistributed(settings: Settings, { background = false, told }: StartOptions): Promise<RunningEngine> {
  const folder = dataFolder(settings.data);
  // An engine that runs for one command keeps nothing in the folder.
  if (!background) createDataFolder(folder);
  const logger = createLogger(settings.logLevel);
  const ending = new AbortController();
  const interrupted = () => ending.abort();
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  try {
    return await opening(async (opened) => {
      const entrance = background ? undefined : opened.add(await Entrance.open(settings));
      const { token } = newToken();
      const signInCodes = new SignInCodes();
      const serves = { commands: true, queries: true, models: true, automaticFits: !background };
      const waiting = {
        signal: ending.signal,
        told(reason: string, retryInMs: number) {
          entrance?.waitsFor(reason);
          if (told) told(reason);
          else logger.warn({ retryInMs }, reason);
        },
      };
      const roles = background ? [] : [new RoleProcess('relay', settings, logger), new RoleProcess('projector', settings, logger)];
      const others = async () => (await Promise.all(roles.map((role) => role.notReady()))).flat();
      const edge = await untilReachable(() => startEdge(settings, { serves, logger, entrance, token, signInCodes, others }), waiting);
      // In parallel: neither accepts anything new from now on, however long the other takes.
      opened.closing(() => Promise.all([edge.close(), ...roles.map((role) => role.stop())]));
      if (!background) {
        entrance?.waitsFor('The relay and the projector of this engine start; what they wait for, they say in the log.');
        await Promise.all(roles.map((role) => role.start()));
      }
      const { url } = await edge.http.listen(background ? { host: '127.0.0.1', port: 0 } : settings);
      if (!background) {
        writeEngineFile(folder.engineFile, { url, pid: process.pid, token });
        opened.closing(() => removeEngineFile(folder.engineFile, token));
      }
      const firstKey = background ? null : await makeFirstKey(edge.keys, settings);
      const signInCode = background ? null : issueSignInCode(signInCodes, settings);
      return { url, token, firstKey, signInCode, failed: edge.moved, close: () => opened.close() };
    });
  } finally {
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
  }
}
