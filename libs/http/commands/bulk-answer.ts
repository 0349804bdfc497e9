import type { Command, Outcome } from '@tenure/commanding';
import { LogUnavailable } from '@tenure/event-log';
import type { SentOutcome, SentToStream } from '@tenure/streams';
import { Problem } from '../problems/problem.js';
import type { Line } from '../transport/line-splitter.js';
import type { NoCommand, OnCustomer, OnStream, ReadLine } from './bulk-lines.js';
import { problemOfOutcome, problemOfSent } from './outcome-problem.js';

/** Executes the commands of lines. */
export interface BulkSending {
  /** Commands on customers, executed together: an outcome for each, in order. */
  onCustomers(commands: readonly Command[]): Promise<readonly Outcome[]>;
  /** One command on a stream of another kind. */
  onStream(sent: SentToStream): Promise<SentOutcome>;
}

/**
 * One answer per line, in order, as NDJSON. Pending answers are yielded before each line that is executed by itself, so that
 * no finished answer waits for it, and no such line is begun once the answers are no longer read.
 */
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
    let unsent: Problem | null = null;
    for (const line of lines) {
      if ('command' in line) text += asLine(answerBody(line, answers[next++]!));
      else if ('problem' in line) text += asLine(problemBody(line, line.problem));
      else if (unsent !== null) text += asLine(problemBody(line, unsent));
      else {
        if (text !== '') yield text;
        const answer = await streamAnswer(line, send, problemOf);
        text = asLine(answer.body);
        unsent = answer.logUnavailable && notSent(answer.logUnavailable, line.line);
      }
    }
    yield text;
  }
}

const asLine = (body: object): string => `${JSON.stringify(body)}\n`;

type Answer = Outcome | Problem;

/** If a batch cannot be written, each of its lines is answered with the problem: the sender retries those lines. */
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

interface StreamAnswer {
  readonly body: object;
  /** Set when the log is what failed. */
  readonly logUnavailable: Problem | null;
}

/** These are rare, so they run one after the other. */
async function streamAnswer(line: OnStream, send: BulkSending, problemOf: (error: unknown) => Problem): Promise<StreamAnswer> {
  const { declared, sent } = line;
  try {
    const outcome = await send.onStream(sent);
    if (outcome.status !== 'recorded') return { body: problemBody(line, problemOfSent(outcome, declared)), logUnavailable: null };
    const { replayed, revision, position } = outcome;
    const { idField } = declared.kind;
    const id = (sent.data as Readonly<Record<string, string>>)[idField];
    return { body: { line: line.line, id: line.id, status: replayed ? 200 : 201, [idField]: id, revision, position }, logUnavailable: null };
  } catch (error) {
    const problem = problemOf(error);
    return { body: problemBody(line, problem), logUnavailable: error instanceof LogUnavailable ? problem : null };
  }
}

/** Each further line would wait as long for the log as the one that failed: the sender retries them. */
function notSent({ kind, code, options }: Problem, failedOn: number): Problem {
  const detail = `The log could not be written for line ${failedOn}, so this line was not tried: nothing was recorded of it. Send it again with the same id.`;
  return new Problem(kind, detail, { code, retryAfterSeconds: options.retryAfterSeconds, members: { outcome: 'not-appended' } });
}

function problemBody({ line, id }: Pick<NoCommand, 'line' | 'id'>, problem: Problem): object {
  const { code, message: detail, retryable, options } = problem;
  return { line, id, status: problem.status, error: { code, detail, errors: options.errors ?? [], retryable, ...options.members } };
}
