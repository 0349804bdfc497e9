import { Option } from 'commander';
import { fitModels } from './demo/fit-models.js';
import { assertOfItsOwn } from './demo/of-its-own.js';
import { sendCommands } from './demo/send-commands.js';
import { day, seconds } from './output/figures.js';
import { factsOf, grouped } from './output/table.js';
import type { Session } from './session.js';
import { type Verb, wholeNumberOption } from './verb.js';
import { WrongUsage } from './wrong-usage.js';

interface Options {
  readonly customers: number;
  readonly months: number;
  readonly seed: number;
  readonly until?: string;
  readonly amongOthers?: boolean;
}

export const demo: Verb<Options> = {
  name: 'demo',
  makesData: true,
  summary: 'a made-up company with a story to find, through the real commands',
  examples: ['tenure demo', 'tenure demo --customers 500 --months 12 --seed 7', 'tenure demo --data ./demo --until 2026-10-01 --json'],
  notes: [
    'The same options give the same history, to the byte; running it again adds nothing. The history ends today at 00:00 UTC unless --until says otherwise.',
  ],
  options: [
    wholeNumberOption('--customers <n>', 'how many', 1, 1_000_000).default(5_000),
    wholeNumberOption('--months <n>', 'how long the history is', 1, 240).default(24),
    wholeNumberOption('--seed <n>', 'another seed, another history', 0, 2 ** 32 - 1).default(1),
    new Option('--until <date>', 'the day on which the history ends'),
    new Option('--among-others', 'also where there are other customers already'),
  ],
  async run(session: Session, _args, { customers, months, seed, until, amongOthers = false }) {
    const end = until === undefined ? Math.floor(Date.now() / 86_400_000) * 86_400_000 : dayOf(until);
    const { demoCommands } = await import('@tenure/demo');
    const { story, from, commands } = demoCommands({ customers, months, seed, until: end, now: Date.now() });
    const client = await session.client();
    if (!amongOthers) await assertOfItsOwn(client, commands);
    const expected = { from, until: end };
    const sent = await sendCommands(client, commands, expected, session.signal);
    await fitModels(client, seed, session);
    session.output.answer({ ...sent, customers, months, seed, from: new Date(from).toISOString(), until: new Date(end).toISOString() }, (answer) =>
      factsOf([
        ['commands', answer.commands],
        ['new', answer.accepted],
        ['known already', answer.replayed],
        ['customers', customers],
        ['history', `${day(answer.from)} to ${day(answer.until)}`],
        ['took', `${seconds(answer.seconds)}, ${grouped(Math.round(answer.commandsPerSecond))} commands/s`],
      ]),
    );
    session.output.hint(
      `\n${story}\n\nTry next:\n${['churn', 'value', 'retention', 'complaints --status unresolved', 'customer C-00001'].map((line) => `  ${session.program} ${line}${session.sameData}`).join('\n')}`,
    );
  },
};

function dayOf(text: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) throw new WrongUsage(`--until takes a day such as 2026-10-01, not "${text}".`);
  if (time > Date.now()) throw new WrongUsage(`--until ${text} lies in the future: a history ends today at the latest.`);
  return time;
}
