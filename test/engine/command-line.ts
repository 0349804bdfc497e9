import { once } from 'node:events';
import { type ProgramOptions, spawnTenure } from './tenure-program.js';

export interface Printed {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The one document that `--json` printed; throws if the output is anything else. */
  json<T = Record<string, unknown>>(): T;
}

/** Runs `tenure <args>` to its end, as from a script: no terminal. */
export async function tenure(args: readonly string[], { stdin, ...options }: ProgramOptions & { readonly stdin?: string }): Promise<Printed> {
  const child = spawnTenure(args, options);
  const [stdout, stderr] = [textOf(child.stdout!), textOf(child.stderr!)];
  child.stdin!.on('error', () => {}).end(stdin ?? '');
  const [exitCode] = (await once(child, 'close')) as [number | null];
  const printed = { exitCode: exitCode ?? -1, stdout: await stdout, stderr: await stderr };
  return { ...printed, json: <T>() => parsed<T>(printed) };
}

function parsed<T>({ exitCode, stdout, stderr }: Omit<Printed, 'json'>): T {
  try {
    return JSON.parse(stdout) as T;
  } catch (error) {
    throw new Error(`No JSON was printed, the exit code is ${exitCode}: ${stdout}${stderr}`, { cause: error });
  }
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const piece of stream.setEncoding('utf8')) text += piece;
  return text;
}
