import { explain } from './explain.js';
import { say } from './output/terminal.js';
import { type Asked, buildProgram, parse } from './program.js';
import type { Verb } from './verb.js';

/** Runs one command line and returns its exit code; an error has then been explained on stderr. */
export async function run(args: readonly string[], verbs: readonly Verb[], version: string): Promise<number> {
  const asked: Asked = { verb: null, exitCode: 0 };
  try {
    await parse(buildProgram(verbs, version, asked), args, asked);
    return asked.exitCode;
  } catch (error) {
    const { exitCode, lines } = await explain(error, asked.verb);
    for (const line of lines) say(`${line}\n`);
    return exitCode;
  }
}
