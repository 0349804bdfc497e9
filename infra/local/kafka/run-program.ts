import { spawn } from 'node:child_process';

export interface Finished {
  readonly code: number | null;
  /** Standard output and error, in the order they came. */
  readonly output: string;
}

/** Runs a program to its end. Rejects only when it cannot be started: ENOENT when it is not installed. */
export function runProgram(program: string, parameters: readonly string[], folder: string): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { cwd: folder, env: process.env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (text: Buffer) => {
      output += text.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
