import { printable } from './table.js';

/** Progress of a task; silent without a terminal. */
export interface Progress {
  update(done: number, words: string): void;
  stop(): void;
}

const silent: Progress = { update: () => undefined, stop: () => undefined };

/** A bar on stderr, only on a terminal. `total` in the unit that `update` counts; 0 when unknown. */
export async function progressBar(total: number): Promise<Progress> {
  if (process.stderr.isTTY !== true) return silent;
  const { default: cliProgress } = await import('cli-progress');
  const format = total > 0 ? '{bar} {percentage}%  {words}' : '{words}';
  const barCharacters = { barCompleteChar: '█', barIncompleteChar: '░' };
  const shown = new cliProgress.SingleBar({ format, ...barCharacters, barsize: 30, hideCursor: true, clearOnComplete: true, stream: process.stderr });
  shown.start(Math.max(total, 1), 0, { words: '' });
  return {
    update: (done, words) => shown.update(Math.min(done, Math.max(total, 1)), { words: printable(words) }),
    stop: () => shown.stop(),
  };
}
