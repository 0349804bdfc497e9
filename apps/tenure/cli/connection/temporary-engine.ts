import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '@tenure/settings';
import type { Connection } from './connection.js';
import { passingEngine } from './passing-engine.js';

/**
 * An embedded engine for one verb, in a folder of its own that is removed with it, and in any case when the process exits. Its secret is in memory only:
 * should the process be killed, what is left on the disk of personal data cannot be read.
 */
export async function temporaryEngine(settings: Settings, signal: AbortSignal): Promise<Connection> {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-trial-'));
  const remove = () => {
    process.off('exit', remove);
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', remove);
  try {
    const logSecret = settings.logSecret ?? randomBytes(32).toString('hex');
    const engine = await passingEngine({ ...settings, profile: 'embedded', data: folder, logSecret }, signal);
    return { ...engine, close: () => engine.close().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
