import { newToken, principalOfAllRoles } from '@tenure/access';
import { createLogger } from '@tenure/http';
import { startEdge, version } from '@tenure/roles';
import type { Settings } from '@tenure/settings';
import { createDataFolder, dataFolder } from './data-folder.js';
import { removeEngineFile, writeEngineFile } from './engine-file.js';
import { makeFirstKey } from './first-key.js';
import { RoleProcess } from './role-process.js';
import type { RunningEngine, StartOptions } from './running-engine.js';

/**
 * The distributed profile on one machine: the edge in this process, the relay and a projector in processes of their own.
 * On a cluster each role is started by itself instead.
 */
export async function startDistributed(settings: Settings, { background = false }: StartOptions): Promise<RunningEngine> {
  const folder = dataFolder(settings.data);
  createDataFolder(folder);
  const logger = createLogger(settings.logLevel);
  const ending = new AbortController();
  const interrupted = () => ending.abort();
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  const closing: Array<() => Promise<unknown> | unknown> = [];
  const close = async () => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  try {
    const { token } = newToken();
    const unstored = [{ token, principal: principalOfAllRoles('local', 'the command line on this machine') }];
    if (settings.apiKey) unstored.push({ token: settings.apiKey, principal: principalOfAllRoles('TENURE_API_KEY', 'TENURE_API_KEY') });
    const serves = { commands: true, queries: true, models: true, automaticFits: !background };
    const edge = await startEdge(settings, { serves, version, unstored, logger, signal: ending.signal });
    closing.push(() => edge.close());
    if (!background) {
      const roles = [new RoleProcess('relay', settings, logger), new RoleProcess('projector', settings, logger)];
      closing.push(() => Promise.all(roles.map((role) => role.stop())));
      await Promise.all(roles.map((role) => role.start()));
    }
    const { url } = await edge.http.listen(background ? { host: '127.0.0.1', port: 0 } : settings);
    if (!background) {
      writeEngineFile(folder.engineFile, { url, pid: process.pid, token });
      closing.push(() => removeEngineFile(folder.engineFile, token));
    }
    const firstKey = settings.apiKey || background || edge.keys.list().length > 0 ? null : await makeFirstKey(edge.keys);
    return { url, token, firstKey, close };
  } catch (error) {
    await close();
    throw error;
  } finally {
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
  }
}
