import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configFileName } from './keys.js';
import { type ResolvedSettings, resolveSettings } from './resolve-settings.js';
import { SettingsError } from './settings-error.js';

/** Reads `tenure.config.json` of a folder, if there is one, and the environment of this process. Throws `SettingsError`. */
export function loadSettings(flags: Readonly<Record<string, string | undefined>> = {}, folder: string = process.cwd()): ResolvedSettings {
  return resolveSettings({
    flags,
    environment: process.env,
    configText: readIfThere(join(folder, configFileName)),
    readSecret: (path) => readFileSync(path, 'utf8'),
  });
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new SettingsError([{ key: configFileName, detail: `cannot be read (${message})` }]);
  }
}
