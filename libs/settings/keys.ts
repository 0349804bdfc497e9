import { nearest } from '@tenure/shape';

export const configFileName = 'tenure.config.json';

/** `allowedSkew` is `--allowed-skew` on the command line. */
export function flagName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The sentence for an unknown key; `write` formats a name as the person would write it there. */
export function unknownKey(name: string, known: readonly string[], write: (name: string) => string): string {
  const meant = nearest(name, known);
  return meant ? `there is no such setting. Did you mean ${write(meant)}?` : `there is no such setting; there are ${known.map(write).join(', ')}.`;
}
