import { terminalWidth } from './terminal-width.js';

/** A sentence on as many lines as the terminal needs, cut between words. */
export function wrap(text: string, width: number = terminalWidth()): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
