import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { LocalServerUnavailable, missingProgram } from './server-unavailable.js';

export interface ToolOptions {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a program to its end and answers its output. Throws `LocalServerUnavailable` when it is missing or fails. */
export async function runTool(program: string, args: readonly string[], { cwd, environment }: ToolOptions = {}): Promise<string> {
  const child = spawn(program, args, { cwd, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed: string[] = [];
  const complaints: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text) => printed.push(text));
  child.stderr.setEncoding('utf8').on('data', (text) => complaints.push(text));
  const [code] = await once(child, 'close').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? missingProgram(program, error) : error;
  });
  if (code !== 0) {
    throw new LocalServerUnavailable(`"${program} ${args.join(' ')}" ended with ${code}:\n${[...printed, ...complaints].join('').slice(-4_000)}`);
  }
  return printed.join('');
}
