import { setTimeout as delay } from 'node:timers/promises';
import { type Command, CommandProcessor, type Outcome } from '@tenure/commanding';
import { LogUnavailable } from '@tenure/event-log';
import { type Company, keyed } from '../company.js';
import { reachLog } from './reach-servers.js';

/** The commands of a client, sent and not yet sent: it outlives the processes that take its commands. */
export interface Script {
  readonly commands: readonly Command[];
  done: number;
}

const LONGEST_PAUSE_MS = 500;
const secret = { keyed: async () => keyed, isKeyedThroughout: async () => true };

/** A command API and a client that sends it some commands at a time, until each has been answered. */
export async function runClient(company: Company, script: Script): Promise<void> {
  const { random } = company.world;
  const processor = new CommandProcessor(reachLog(company), secret);
  while (script.done < script.commands.length) {
    const commands = script.commands.slice(script.done, script.done + 1 + random.below(3));
    try {
      const outcomes = await processor.executeMany(commands);
      script.done += commands.length;
      for (const [i, outcome] of outcomes.entries()) take(company, commands[i]!, outcome);
    } catch (error) {
      // Whether it was appended is unknown: the same commands are sent again.
      if (!(error instanceof LogUnavailable)) throw error;
    }
    await delay(random.next() * LONGEST_PAUSE_MS);
  }
}

function take({ acknowledged, world }: Company, { id: commandId }: Command, outcome: Outcome): void {
  if (outcome.status === 'accepted') {
    const { customerId, revision, position } = outcome;
    acknowledged.push({ customerId, commandId, revision, position });
  } else if (outcome.status !== 'rejected') world.violated(`The command ${commandId} was answered with ${outcome.status}.`);
}
