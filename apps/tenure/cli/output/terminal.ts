import { visible } from './visible.js';

/** The only way to stdout for texts: a text from outside reaches a terminal as visible characters only. */
export function print(text: string): void {
  process.stdout.write(visible(text));
}

/** The only way to stderr. */
export function say(text: string): void {
  process.stderr.write(visible(text));
}
