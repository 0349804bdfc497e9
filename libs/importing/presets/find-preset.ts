import { nearest } from '@tenure/shape';
import { ImportRefused } from '../import-refused.js';
import { headerWord } from '../mapping/header-word.js';
import { listedColumns } from '../mapping/listed-columns.js';
import type { Preset } from './preset.js';

/** The value of `--preset` for no preset: columns are recognised one by one, whatever the file looks like. */
export const noPreset = 'none';

/** The requested preset, otherwise the one whose columns the file has, the one with most of them first; null for none. */
export function findPreset(presets: readonly Preset[], kind: string, asked: string | undefined, columns: readonly string[]): Preset | null {
  if (asked === noPreset) return null;
  const words = new Set(columns.map(headerWord));
  if (asked === undefined) {
    const fitting = presets.filter((preset) => preset.kind === kind && missingOf(preset, words).length === 0);
    return fitting.sort((a, b) => b.signature.length - a.signature.length)[0] ?? null;
  }
  const preset = presets.find(({ name }) => name === asked);
  if (!preset) throw unknown(presets, asked);
  if (preset.kind !== kind) {
    const message = `preset ${asked} is for ${preset.kind}, not for ${kind}: tenure import ${preset.kind} FILE --preset ${asked}`;
    throw new ImportRefused('preset-of-another-kind', 'preset', message);
  }
  const missing = missingOf(preset, words);
  if (missing.length === 0) return preset;
  const message = `the file is not what preset ${asked} is for (${preset.file}): it has no column ${missing.join(', ')}. ${listedColumns(columns)}`;
  throw new ImportRefused('preset-does-not-fit', 'preset', message);
}

function missingOf({ signature }: Preset, words: ReadonlySet<string>): string[] {
  return signature.filter((name) => !words.has(headerWord(name)));
}

function unknown(presets: readonly Preset[], asked: string): ImportRefused {
  const names = presets.map(({ name }) => name);
  const near = nearest(asked, names);
  return new ImportRefused(
    'unknown-preset',
    'preset',
    `there is no preset "${asked}"${near ? `, did you mean ${near}?` : ''} There are: ${names.join(', ')}, ${noPreset}`,
  );
}
