import { type TenureClient, Unreachable } from '@tenure/client';
import { progressBar } from '../output/progress.js';
import { grouped } from '../output/table.js';
import { Interrupted, Refused } from '../wrong-usage.js';
import { type DemoCommand, otherDemo, timeOf } from './demo-command.js';

export interface SentCommands {
  readonly commands: number;
  readonly accepted: number;
  readonly replayed: number;
  readonly seconds: number;
  readonly commandsPerSecond: number;
}

/** First and last time of a history. */
interface Span {
  readonly from: number;
  readonly until: number;
}

const goesOn = 'Run the same demo again and it goes on where it stopped.';

/** Sends commands in order through the bulk route; the first refused command ends the run. */
export async function sendCommands(client: TenureClient, commands: Iterable<DemoCommand>, span: Span, signal: AbortSignal): Promise<SentCommands> {
  const progress = await progressBar(1_000);
  const started = performance.now();
  const outgoing = new Outgoing(commands);
  let accepted = 0;
  let replayed = 0;
  try {
    for await (const { status, id, error } of client.upload('/v1/commands', { body: outgoing.lines() })) {
      if (status === 201) accepted += 1;
      else if (status === 200) replayed += 1;
      else if (error?.code === 'key-reused') throw new Refused(otherDemo);
      else throw new Refused(`Command ${id ?? ''} of the demo was refused: ${error?.detail ?? 'no reason was given'}`);
      const done = accepted + replayed;
      if (done % 500 === 0)
        progress.update(1_000 * shareOf(outgoing.reached, span), `${grouped(done)} commands, ${grouped(Math.round(perSecond(done, started)))}/s`);
    }
  } catch (error) {
    if (signal.aborted) throw new Interrupted(`Stopped. ${goesOn}`);
    if (error instanceof Unreachable && error.reason === 'cut-short') throw new Refused(`${error.message} ${goesOn}`);
    throw error;
  } finally {
    progress.stop();
  }
  const answered = accepted + replayed;
  if (answered !== outgoing.count) throw new Refused(`Of ${outgoing.count} commands ${answered} were answered. ${goesOn}`);
  const commandsPerSecond = perSecond(answered, started);
  return { commands: answered, accepted, replayed, seconds: (performance.now() - started) / 1000, commandsPerSecond };
}

const linesTogether = 200;

class Outgoing {
  count = 0;
  /** Time of the last command sent, epoch milliseconds. */
  reached = 0;

  constructor(private readonly commands: Iterable<DemoCommand>) {}

  async *lines(): AsyncGenerator<string> {
    let piece: string[] = [];
    for (const command of this.commands) {
      const { name, id, data } = command;
      piece.push(`${JSON.stringify({ command: name, id, data })}\n`);
      this.count += 1;
      if (piece.length < linesTogether) continue;
      this.reached = timeOf(command) || this.reached;
      yield piece.join('');
      piece = [];
    }
    yield piece.join('');
  }
}

/**
 * Customers keep joining, so the second half of a history holds most of its commands: their number grows as time to the power of 1.4, counted over
 * demos of 100 to 5,000 customers and 6 to 36 months. With this exponent the bar moves evenly.
 */
function shareOf(reached: number, { from, until }: Span): number {
  return Math.max(0, (reached - from) / (until - from)) ** 1.4;
}

function perSecond(count: number, started: number): number {
  return count / Math.max(0.001, (performance.now() - started) / 1000);
}
