import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * Ctrl-C reaches every process of a terminal's foreground at once, and an engine ends badly when its servers end with it. So all of them run in a
 * group of their own, under a process that ends them in order when it is told to, or when this one is gone.
 */
const stack = fork(fileURLToPath(new URL('./stack.js', import.meta.url)), process.argv.slice(2), { detached: true, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stack.connected) stack.send('stop');
  });
}
const [code] = await once(stack, 'exit');
process.exit(code ?? 1);
