import { spawn } from 'node:child_process';

/** One record as kcat prints it with `-J`, uninterpreted. */
export interface TopicRecord {
  readonly partition: number;
  readonly offset: number;
  readonly key: string | null;
  readonly payload: string | null;
  /** Name, value, name, value, ... in the order of the record. */
  readonly headers?: readonly string[];
}

const MISSING = 'This test reads the topic with kcat, a Kafka client that shares no code with ours: install it (Debian: apt-get install kcat).';

/** Further arguments: client, address and options for a cluster that speaks TLS. */
export type KcatOptions = readonly string[];

/** All records of a topic, each partition in order. */
export async function readWithKcat(broker: string, topic: string, options: KcatOptions = []): Promise<TopicRecord[]> {
  const lines = await kcat(['-C', '-b', broker, '-t', topic, '-o', 'beginning', '-e', '-q', '-J', ...options]);
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as TopicRecord);
}

/** Runs kcat to its end and answers its output, which must be valid UTF-8. */
export async function kcat(parameters: readonly string[], input = ''): Promise<string> {
  const child = spawn('kcat', parameters, { env: process.env, stdio: 'pipe' });
  const printed: Buffer[] = [];
  const complained: Buffer[] = [];
  child.stdout.on('data', (bytes: Buffer) => printed.push(bytes));
  child.stderr.on('data', (bytes: Buffer) => complained.push(bytes));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('close', resolve);
    child.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ENOENT' ? new Error(MISSING, { cause: error }) : error));
  });
  // A program that is missing, or has ended, takes no input: its exit says why.
  child.stdin.on('error', () => undefined).end(input);
  const code = await ended;
  if (code !== 0) throw new Error(`kcat ${parameters.join(' ')} ended with ${code}: ${Buffer.concat(complained)}`);
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(printed));
}
