import { ProblemError, Unreachable } from '@tenure/client';
import { Interrupted, Refused, WrongUsage } from './wrong-usage.js';

export interface Explanation {
  readonly exitCode: 1 | 2;
  /** For stderr: what is wrong, where, and the remedy. Never a stack trace. */
  readonly lines: readonly string[];
}

/** The meaning of an error to the person at the terminal. `verb` is the verb they called, to point at its `--help`. */
export async function explain(error: unknown, verb: string | null): Promise<Explanation> {
  if (error instanceof WrongUsage) return { exitCode: 2, lines: [`${error.message}${await hint(error)}`, ...seeHelp(verb)] };
  if (error instanceof Refused || error instanceof Interrupted) return { exitCode: 1, lines: [error.message] };
  if (error instanceof ProblemError) return explainProblem(error);
  if (error instanceof Unreachable) return { exitCode: 1, lines: [`${error.message}${remedyOf(error)}`] };
  if (!(error instanceof Error)) return { exitCode: 1, lines: [`Tenure failed: ${textOf(error)}`] };
  if (error.name === 'SettingsError') return explainSettings(error);
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return { exitCode: 1, lines: [await portTaken(error)] };
  const sentence = systemSentence(error as NodeJS.ErrnoException) ?? ownSentence(error) ?? (await ofDisk(error));
  return sentence === null ? explainUnforeseen(error) : { exitCode: 1, lines: [sentence] };
}

/** The thrown value is not an Error: from another thread or library, it may still have a message. */
function textOf(thrown: unknown): string {
  const { message } = (thrown ?? {}) as { message?: unknown };
  return typeof message === 'string' ? message : String(thrown);
}

async function hint({ meant }: WrongUsage): Promise<string> {
  if (meant === null) return '';
  const { nearest } = await import('@tenure/shape');
  const word = nearest(meant.word, meant.known);
  return word === null ? ` There are: ${meant.known.join(', ')}.` : ` Did you mean ${word}?`;
}

function seeHelp(verb: string | null): string[] {
  return [`See tenure ${verb === null ? '' : `${verb} `}--help.`];
}

/** 400 means that the request was malformed, and the request is the command line. The content of a file is not. */
function explainProblem({ status, code, message, errors, requestId }: ProblemError): Explanation {
  const told = errors.filter(({ detail }) => !message.includes(detail));
  const lines = [message, ...told.map(({ pointer, detail }) => `  ${pointer.replace(/^\//, '').replaceAll('/', '.')}: ${detail}`)];
  if (status === 401)
    lines.push('Set TENURE_API_KEY, or TENURE_API_KEY_FILE to a file that holds the key; tenure keys create makes a new one where the data is.');
  if (status >= 500 && requestId !== null) lines.push(`Request ${requestId}.`);
  const ofFile = errors.some(({ pointer }) => pointer === '/file');
  const wrongUsage = (status === 400 && !ofFile) || code === 'command-unknown';
  return { exitCode: wrongUsage ? 2 : 1, lines };
}

function remedyOf({ reason }: Unreachable): string {
  if (reason === 'cut-short') return ' Look at the engine with tenure status, then run the command again.';
  return ' Start one with tenure start, correct --url, or leave --url out to use the data folder.';
}

function explainSettings(error: Error): Explanation {
  const { problems = [] } = error as Error & { problems?: readonly { key: string; detail: string }[] };
  return { exitCode: 2, lines: problems.length > 0 ? problems.map(({ key, detail }) => `${key}: ${detail}`) : error.message.split('\n') };
}

/** Errors of ours that are sentences with a remedy already. */
const sentences = new Set([
  'BackupRefused',
  'LogRefused',
  'LogSecretMissing',
  'LogUnavailable',
  'StreamDamaged',
  'VaultUnavailable',
  'ReadStoreRefused',
  'RoleFailed',
  'SealingRefused',
  'TargetHasOther',
  'MongoDbRefused',
  'MongoDbUnavailable',
  'FeedError',
  'ExportNotWhole',
  'Unavailable',
  'AccessError',
  'TlsRefused',
]);

function ownSentence(error: Error): string | null {
  return sentences.has(error.name) ? error.message : null;
}

async function portTaken(error: Error): Promise<string> {
  const { port = 7070, address = '127.0.0.1' } = error as { port?: number; address?: string };
  const otherwise = `Choose another with --port, e.g. --port ${port + 1}, or --port 0 for any free one.`;
  const url = `http://${address === '0.0.0.0' || address === '::' ? '127.0.0.1' : address}:${port}`;
  const { isTenure } = await import('./connection/is-tenure.js');
  if (!(await isTenure(url))) return `Port ${port} is taken by another program. ${otherwise}`;
  return `Port ${port} is taken: a Tenure engine answers on ${url}. Talk to it with --url ${url}, or stop it with tenure stop --data ITS_FOLDER. ${otherwise}`;
}

function systemSentence({ code, path, ...rest }: NodeJS.ErrnoException): string | null {
  const { port, address } = rest as { port?: number; address?: string };
  const what = path ?? 'what was asked for';
  switch (code) {
    case 'EADDRNOTAVAIL':
      return `${address ?? 'That address'} is not an address of this machine. Correct --host; 127.0.0.1 is always there.`;
    case 'ENOENT':
      return `There is no ${what}. Check the path.`;
    case 'EACCES':
      if (port !== undefined) return `This user may not listen on port ${port}. Choose one above 1023 with --port.`;
      return `${what} may not be read or written by this user. Change its rights or choose another path.`;
    case 'EPERM':
      return `${what} may not be changed by this user. Change its rights or choose another path.`;
    case 'EISDIR':
      return `${what} is a folder. Give a file.`;
    case 'ENOTDIR':
      return `${what}: a part of the path is a file, not a folder. Check the path.`;
    case 'EEXIST':
      return `${what} is there already. Choose another path.`;
    case 'EROFS':
      return `${what} is on a file system that can only be read. Choose another path.`;
    default:
      return null;
  }
}

async function ofDisk(error: Error): Promise<string | null> {
  const { diskSentence } = await import('@tenure/event-log');
  return diskSentence(error, 'run the command again');
}

function explainUnforeseen(error: Error): Explanation {
  const detailed = process.env['TENURE_LOG_LEVEL'] === 'debug' || process.env['TENURE_LOG_LEVEL'] === 'trace';
  const lines = [`Tenure failed in a way nobody foresaw: ${error.message}`];
  return { exitCode: 1, lines: [...lines, detailed ? (error.stack ?? '') : 'Please report it; TENURE_LOG_LEVEL=debug shows where it happened.'] };
}
