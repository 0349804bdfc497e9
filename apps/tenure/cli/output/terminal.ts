import { visible } from './visible.js';

/** The one way to stdout for texts: nothing that came from outside reaches a terminal as more than what can be seen. */
export function print(text: string): void {
  process.stdout.write(visible(text));
}

/** The one way to stderr. */
export function say(text: string): void {
  process.stderr.write(visible(text));
}
