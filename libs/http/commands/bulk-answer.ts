import type { Command, Outcome } from '@tenure/commanding';
import { Problem } from '../problems/problem.js';
import type { Line } from '../transport/line-splitter.js';
import type { ReadLine } from './bulk-lines.js';
import { problemOfOutcome } from './outcome-problem.js';

/** Carries commands out together: an outcome for each, in order. */
type Send = (commands: readonly Command[]) => Promise<readonly Outcome[]>;

/** One answer per line, in order, as NDJSON; a piece of text per batch. */
export async function* answerLines(
  batches: AsyncIterable<Line[]>,
  read: (line: Line) => ReadLine,
  send: Send,
  problemOf: (error: unknown) => Problem,
): AsyncGenerator<string> {
  for await (const batch of batches) {
    const lines = batch.map(read);
    const commands = lines.flatMap((line) => ('command' in line ? [line.command] : []));
    const answers = await answersTo(commands, send, problemOf);
    let next = 0;
    let text = '';
    for (const line of lines) text += `${JSON.stringify('command' in line ? answerBody(line, answers[next++]!) : problemBody(line, line.problem))}\n`;
    yield text;
  }
}

type Answer = Outcome | Problem;

/** A batch that could not be written is answered line by line as such: the sender retries those lines. */
async function answersTo(commands: readonly Command[], send: Send, problemOf: (error: unknown) => Problem): Promise<readonly Answer[]> {
  if (commands.length === 0) return [];
  try {
    return await send(commands);
  } catch (error) {
    const problem = problemOf(error);
    return commands.map(() => problem);
  }
}

function answerBody(line: Extract<ReadLine, { command: Command }>, answer: Answer): object {
  if (answer instanceof Problem) return problemBody(line, answer);
  if (answer.status !== 'accepted') return problemBody(line, problemOfOutcome(answer));
  const { replayed, customerId, revision, position } = answer;
  return { line: line.line, id: line.id, status: replayed ? 200 : 201, customerId, revision, position };
}

function problemBody({ line, id }: { readonly line: number; readonly id: string | null }, problem: Problem): object {
  const { code, message: detail, retryable, options } = problem;
  return { line, id, status: problem.status, error: { code, detail, errors: options.errors ?? [], retryable, ...options.members } };
}
