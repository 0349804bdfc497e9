import { nearest } from '@tenure/shape';
import { readConfigText } from './config-text.js';
import { belongTogether, definitions, neededWhenDistributed, type SettingName, type Settings, settingNames } from './definitions.js';
import { configFileName, flagName, unknownKey } from './keys.js';
import type { Setting } from './setting.js';
import { SettingsError, type SettingsProblem } from './settings-error.js';
import { isServiceAddress, serviceAddressProblem, unknownVariables } from './unknown-variables.js';

/** The origin of a value, for `tenure config`. */
export interface Origin {
  readonly source: 'flag' | 'environment' | 'secret-file' | 'config-file' | 'default';
  /** `--port`, `TENURE_PORT`, `TENURE_API_KEY_FILE`, `tenure.config.json: port`, `default`. */
  readonly name: string;
}

export interface ResolvedSettings {
  readonly settings: Settings;
  readonly origins: Readonly<Record<SettingName, Origin>>;
  /** What was ignored, and why: not an error, but worth telling a person. */
  readonly warnings: readonly SettingsProblem[];
}

export interface SettingSources {
  /** By property name, e.g. `{port: '8080'}`; undefined means not given. */
  readonly flags: Readonly<Record<string, string | undefined>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The text of `tenure.config.json`, or null without the file. */
  readonly configText: string | null;
  /** Reads the file that a `*_FILE` variable names. Throws when it cannot be read. */
  readonly readSecret: (path: string) => string;
}

/** flags > environment (a secret: also its file) > `tenure.config.json` > default. Throws `SettingsError`. */
export function resolveSettings(sources: SettingSources): ResolvedSettings {
  const problems: SettingsProblem[] = [];
  const warnings = unknownVariables(sources.environment);
  const written = readConfigText(sources.configText, problems);
  refuseUnknownFlags(sources.flags, problems);
  const settings: Record<string, unknown> = {};
  const origins: Record<string, Origin> = {};
  for (const name of settingNames) {
    const definition: Setting<unknown> = definitions[name];
    const found = findText(name, definition, sources, written, problems, warnings);
    origins[name] = found?.origin ?? { source: 'default', name: 'default' };
    settings[name] = found ? parse(definition, found, problems) : definition.fallback;
  }
  if (settings.profile === 'distributed') {
    if (settings.tlsCertFile !== null) problems.push({ key: definitions.tlsCertFile.environment, detail: tlsAtTheGateway });
    for (const name of neededWhenDistributed) {
      const { environment, allowed } = definitions[name];
      if (settings[name] === null) problems.push({ key: environment, detail: `the distributed profile needs it; set it to ${allowed}` });
    }
  }
  for (const pair of belongTogether) {
    const [missing, other] = pair.filter((name) => settings[name] === null);
    const given = pair.find((name) => name !== missing)!;
    if (missing && !other) problems.push({ key: definitions[missing].environment, detail: `it is needed beside ${definitions[given].environment}` });
  }
  if (problems.length > 0) throw new SettingsError(problems);
  return { settings: settings as Settings, origins: origins as Record<SettingName, Origin>, warnings };
}

const tlsAtTheGateway = 'TLS of its own has the embedded profile only: roles stand behind a gateway, which speaks TLS to the outside; unset it';

interface Found {
  readonly text: string;
  readonly origin: Origin;
}

function findText(
  name: SettingName,
  definition: Setting<unknown>,
  { flags, environment, readSecret }: SettingSources,
  written: ReadonlyMap<string, string>,
  problems: SettingsProblem[],
  warnings: SettingsProblem[],
): Found | null {
  const flag = flags[name];
  if (flag !== undefined) return { text: flag, origin: { source: 'flag', name: flagName(name) } };
  const fileVariable = `${definition.environment}_FILE`;
  const variable = ownText(definition.environment, environment, warnings);
  const secretFile = definition.secret ? environment[fileVariable] : undefined;
  if (variable !== undefined && secretFile !== undefined) {
    problems.push({ key: fileVariable, detail: `${definition.environment} is set as well; unset one of the two` });
  }
  if (variable !== undefined) return { text: variable, origin: { source: 'environment', name: definition.environment } };
  if (secretFile !== undefined) {
    try {
      return { text: readSecret(secretFile).trim(), origin: { source: 'secret-file', name: fileVariable } };
    } catch (error) {
      problems.push({ key: fileVariable, detail: `the file it names cannot be read (${(error as Error).message})` });
      return null;
    }
  }
  const value = written.get(name);
  if (value === undefined) return null;
  return { text: value, origin: { source: 'config-file', name: `${configFileName}: ${name}` } };
}

/** The variable's text, unless a platform has put the address of a service there. */
function ownText(variable: string, environment: SettingSources['environment'], warnings: SettingsProblem[]): string | undefined {
  const text = environment[variable];
  if (text === undefined || !isServiceAddress(text)) return text;
  warnings.push(serviceAddressProblem(variable, text));
  return undefined;
}

function parse(definition: Setting<unknown>, { text, origin }: Found, problems: SettingsProblem[]): unknown {
  const value = text === '' ? undefined : definition.parse(text);
  if (value !== undefined) return value;
  const shown = definition.secret ? 'what it holds' : text === '' ? 'an empty text' : `"${text}"`;
  const meant = definition.words ? nearest(text, definition.words) : null;
  problems.push({
    key: origin.name,
    detail: `${shown} is not allowed; give ${definition.remedy?.(text) ?? definition.allowed}${meant ? `. Did you mean ${meant}?` : ''}`,
  });
  return definition.fallback;
}

function refuseUnknownFlags(flags: SettingSources['flags'], problems: SettingsProblem[]): void {
  for (const [name, text] of Object.entries(flags)) {
    if (text === undefined || Object.hasOwn(definitions, name)) continue;
    problems.push({ key: flagName(name), detail: unknownKey(name, settingNames, flagName) });
  }
}
