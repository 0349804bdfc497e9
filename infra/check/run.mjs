import { spawnSync } from 'node:child_process';

/** Runs a program to its end and answers its output. Throws with its error output when it is missing or fails. */
export function run(program, args, options = {}) {
  const { status, stdout, stderr, error } = attempt(program, args, options);
  if (error) throw new Error(`"${program}" cannot be run (${error.code}). Install it.`);
  if (status !== 0) throw new Error(`"${program} ${args.join(' ')}" ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}

/** The same for a program whose failure is a result. */
export function attempt(program, args, { env = {}, ...options } = {}) {
  return spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, ...options, env: { ...process.env, ...env } });
}
