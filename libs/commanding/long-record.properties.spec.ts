import { commandSequence, tradeSequence } from '@tenure/customer/testing';
import { givenSecret } from '@tenure/log-secret';
import fc from 'fast-check';
import type { Command } from './command.js';
import { CommandProcessor, type CommandProcessorOptions } from './command-processor.js';
import type { CommandRow } from './command-row.js';
import { MemoryLog, MemorySnapshots } from './testing/memory-log.js';

const secret = givenSecret('the secret of the logs of this spec');
const now = () => Date.parse('2026-03-15T12:00:00Z');
const whole: CommandProcessorOptions = { now, longFrom: Number.POSITIVE_INFINITY };

/** What is sent in one call, and whether the engine restarts before it. */
interface Call {
  readonly rows: readonly CommandRow[];
  readonly restarts: boolean;
}

/** Histories of one customer cut into calls; sometimes an earlier command again, with the same or another body. */
const calls = fc
  .tuple(
    fc.oneof(commandSequence, tradeSequence),
    fc.infiniteStream(
      fc.record({ more: fc.integer({ min: 0, max: 4 }), restarts: fc.boolean(), again: fc.option(fc.tuple(fc.nat(), fc.boolean()), { freq: 4 }) }),
    ),
    fc.boolean(),
  )
  .map(([sequence, cuts, registerUnknown]) => {
    const made: Call[] = [];
    const sent: Command[] = [];
    const commandOf = (at: number, id = `c${at}`): Command => ({ ...sequence[at]!, customerId: 'C-1', id, actor: 'spec', registerUnknown });
    for (let at = 0; at < sequence.length; ) {
      const { more, restarts, again } = cuts.next().value;
      const commands = Array.from({ length: Math.min(more + 1, sequence.length - at) }, (_, i) => commandOf(at + i));
      at += commands.length;
      const earlier = again && sent[again[0] % (sent.length || 1)];
      if (earlier) commands.push(again[1] ? earlier : { ...commands[0]!, id: earlier.id });
      sent.push(...commands);
      // A row of two is one decision; the second command may be optional.
      const rows = commands.map(
        (command, i): CommandRow => (i % 3 === 2 ? [{ command }, { command: { ...command, id: `${command.id}+` }, optional: true }] : [{ command }]),
      );
      made.push({ rows, restarts });
    }
    return made;
  });

async function live(made: readonly Call[], log: MemoryLog, options: CommandProcessorOptions) {
  let processor = new CommandProcessor(log, secret, options);
  const outcomes = [];
  for (const { rows, restarts } of made) {
    if (restarts) processor = new CommandProcessor(log, secret, options);
    outcomes.push(...(await processor.executeRows(rows)));
  }
  return JSON.parse(JSON.stringify(outcomes)) as unknown[];
}

it('a long history is decided on as if all of it were at hand, from whatever snapshot it goes on', async () => {
  const small = fc.record({ longFrom: fc.integer({ min: 1, max: 6 }), snapshotEvery: fc.integer({ min: 1, max: 9 }), mostAtHand: fc.nat(12) });
  await fc.assert(
    fc.asyncProperty(calls, small, async (made, options) => {
      const [one, other] = [new MemoryLog(), new MemoryLog()];
      const expected = await live(made, one, whole);
      expect(await live(made, other, { now, ...options, snapshots: new MemorySnapshots() })).toEqual(expected);
      expect(JSON.stringify(other.of('C-1'))).toBe(JSON.stringify(one.of('C-1')));
    }),
    { numRuns: 300 },
  );
});

it('a preview on a long history answers as the commands will', async () => {
  await fc.assert(
    fc.asyncProperty(calls, calls, async (before, after) => {
      const log = new MemoryLog();
      const options = { now, longFrom: 3, snapshotEvery: 4, mostAtHand: 2, snapshots: new MemorySnapshots() };
      await live(before, log, options);
      const rows = after.flatMap((call) => call.rows);
      const positionless = (outcomes: unknown) => JSON.parse(JSON.stringify(outcomes, (name, value) => (name === 'position' ? undefined : value)));
      const preview = new CommandProcessor(log, secret, options).preview();
      const previewed = [...(await preview.executeRows(rows.slice(0, 5))), ...(await preview.executeRows(rows.slice(5)))];
      expect(positionless(previewed)).toEqual(positionless(await new CommandProcessor(log, secret, options).executeRows(rows)));
    }),
    { numRuns: 100 },
  );
});
