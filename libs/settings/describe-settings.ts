import { definitions, type SettingName, settingNames } from './definitions.js';
import type { Origin, ResolvedSettings } from './resolve-settings.js';

export interface DescribedSetting {
  readonly name: SettingName;
  readonly value: string | number | null;
  readonly origin: Origin;
  readonly environment: string;
  readonly allowed: string;
  readonly summary: string;
}

/** The output of `tenure config`: every setting, its value (secrets hidden) and the origin of the value. */
export function describeSettings({ settings, origins }: ResolvedSettings): DescribedSetting[] {
  return settingNames.map((name) => {
    const { environment, allowed, summary, secret } = definitions[name];
    const value = settings[name];
    return { name, value: secret && value !== null ? '(hidden)' : value, origin: origins[name], environment, allowed, summary };
  });
}
