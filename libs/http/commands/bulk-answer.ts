import type { Command, Outcome } from '@tenure/commanding';
import type { SentOutcome, SentToStream } from '@tenure/streams';
import { Problem } from '../problems/problem.js';
import type { Line } from '../transport/line-splitter.js';
import type { NoCommand, OnCustomer, OnStream, ReadLine } from './bulk-lines.js';
import { problemOfOutcome, problemOfSent } from './outcome-problem.js';

/** Carries out what lines ask for. */
export interface BulkSending {
  /** Commands on customers, together: an outcome for each, in order. */
  onCustomers(commands: readonly Command[]): Promise<readonly Outcome[]>;
  /** One on a stream of another kind. */
  onStream(sent: SentToStream): Promise<SentOutcome>;
}

/** One answer per line, in order, as NDJSON; a piece of text per batch. */
export async function* answerLines(
  batches: AsyncIterable<Line[]>,
  read: (line: Line) => ReadLine,
  send: BulkSending,
  problemOf: (error: unknown) => Problem,
): AsyncGenerator<string> {
  for await (const batch of batches) {
    const lines = batch.map(read);
    const commands = lines.flatMap((line) => ('command' in line ? [line.command] : []));
    const answers = await answersTo(commands, send, problemOf);
    let next = 0;
    let text = '';
    for (const line of lines) {
      if ('command' in line) text += asLine(answerBody(line, answers[next++]!));
      else if ('sent' in line) text += asLine(await streamAnswerBody(line, send, problemOf));
      else text += asLine(problemBody(line, line.problem));
    }
    yield text;
  }
}

const asLine = (body: object): string => `${JSON.stringify(body)}\n`;

type Answer = Outcome | Problem;

/** A batch that could not be written is answered line by line as such: the sender retries those lines. */
async function answersTo(commands: readonly Command[], send: BulkSending, problemOf: (error: unknown) => Problem): Promise<readonly Answer[]> {
  if (commands.length === 0) return [];
  try {
    return await send.onCustomers(commands);
  } catch (error) {
    const problem = problemOf(error);
    return commands.map(() => problem);
  }
}

function answerBody(line: OnCustomer, answer: Answer): object {
  if (answer instanceof Problem) return problemBody(line, answer);
  if (answer.status !== 'accepted') return problemBody(line, problemOfOutcome(answer));
  const { replayed, customerId, revision, position } = answer;
  return { line: line.line, id: line.id, status: replayed ? 200 : 201, customerId, revision, position };
}

/** Few of these are sent: one after the other. */
async function streamAnswerBody(line: OnStream, send: BulkSending, problemOf: (error: unknown) => Problem): Promise<object> {
  const { declared, sent } = line;
  try {
    const outcome = await send.onStream(sent);
    if (outcome.status !== 'recorded') return problemBody(line, problemOfSent(outcome, declared));
    const { replayed, revision, position } = outcome;
    const { idField } = declared.kind;
    return {
      line: line.line,
      id: line.id,
      status: replayed ? 200 : 201,
      [idField]: (sent.data as Readonly<Record<string, string>>)[idField],
      revision,
      position,
    };
  } catch (error) {
    return problemBody(line, problemOf(error));
  }
}

function problemBody({ line, id }: Pick<NoCommand, 'line' | 'id'>, problem: Problem): object {
  const { code, message: detail, retryable, options } = problem;
  return { line, id, status: problem.status, error: { code, detail, errors: options.errors ?? [], retryable, ...options.members } };
}
