import { settingNames } from './definitions.js';
import { configFileName, unknownKey } from './keys.js';
import type { SettingsProblem } from './settings-error.js';

/** The values of `tenure.config.json`, each as the text that a flag would have, so that one rule judges both. */
export function readConfigText(text: string | null, problems: SettingsProblem[]): Map<string, string> {
  const values = new Map<string, string>();
  if (text === null) return values;
  if (text.includes('\0')) {
    problems.push({ key: configFileName, detail: 'is not a text in UTF-8: save it as UTF-8, not UTF-16' });
    return values;
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    problems.push({ key: configFileName, detail: `is not valid JSON (${(error as Error).message})` });
    return values;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    problems.push({ key: configFileName, detail: 'must hold one JSON object, e.g. {"port": 7070}' });
    return values;
  }
  for (const [name, value] of Object.entries(parsed)) {
    const key = `${configFileName}: ${name}`;
    if (!(settingNames as readonly string[]).includes(name)) problems.push({ key, detail: unknownKey(name, settingNames, (known) => known) });
    else if (isListOfText(value)) values.set(name, value.join(','));
    else if (typeof value === 'string' || typeof value === 'number') values.set(name, String(value));
    else problems.push({ key, detail: 'must be a text, a number or a list of texts' });
  }
  return values;
}

function isListOfText(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');
}
