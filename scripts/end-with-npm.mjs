/**
 * npm passes a signal to the shell that it started and no further (npm/cli, promise-spawn), so `kill` of `npm start` would leave the program
 * running. When the shell has gone, this process ends as if it had received the signal.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 200);
  watch.unref();
}
