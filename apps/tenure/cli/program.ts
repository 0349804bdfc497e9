import { Command, CommanderError, Option } from 'commander';
import { type CommonOptions, Session } from './session.js';
import type { Arguments, Verb } from './verb.js';
import { WrongUsage } from './wrong-usage.js';

/** What one command line asks for, learned while it is parsed. */
export interface Asked {
  /** `import`, `keys create`; null before it is known. */
  verb: string | null;
  exitCode: number;
}

/** The command line as commander sees it. Errors of usage come out as `WrongUsage`; help and version end quietly. */
export function buildProgram(verbs: readonly Verb[], version: string, asked: Asked): Command {
  const program = new Command('tenure')
    .description('Who stays, who is about to leave, and what they are worth: from the events of each customer.')
    .version(version, '-V, --version', 'print the version')
    .addOption(new Option('--data <dir>', 'the folder with the data (default: TENURE_DATA, else ./data)'))
    .addOption(new Option('--url <url>', 'a running engine; its key is read from TENURE_API_KEY or TENURE_API_KEY_FILE'))
    .addOption(new Option('--json', 'one JSON document on stdout (lists: one a line) and nothing else'))
    .helpOption('-h, --help', 'print this')
    .helpCommand('help [verb]', 'print what a verb does');
  quiet(program);
  rememberVerb(program, '', asked);
  program.addHelpText('before', examplesText(['npm start', 'tenure demo', 'tenure import purchases orders.csv --currency USD', 'tenure retention']));
  program.addHelpText(
    'after',
    '\nExit codes: 0 done, 1 refused or failed, 2 wrong usage. tenure <verb> --help begins with examples.\nWhere the shell does not find tenure: npx tenure in the checkout, or export PATH="$PWD/node_modules/.bin:$PATH" there.',
  );
  for (const verb of verbs) program.addCommand(commandOf(verb, verb.name, asked));
  return program;
}

/** Runs one command line. Throws its error. */
export async function parse(program: Command, args: readonly string[], asked: Asked): Promise<void> {
  try {
    if (args.length === 0) return program.outputHelp();
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return;
      throw usageOf(error, program, asked.verb);
    }
    throw error;
  }
}

function commandOf(verb: Verb, fullName: string, asked: Asked): Command {
  const command = new Command(verb.name).description(verb.summary).helpOption('-h, --help', 'print this').helpCommand(false);
  quiet(command);
  if (verb.arguments !== undefined) command.arguments(verb.arguments);
  for (const option of verb.options ?? []) command.addOption(option);
  command.addHelpText('before', examplesText(verb.examples));
  if (verb.notes) command.addHelpText('after', `\n${verb.notes.join('\n')}`);
  for (const inner of verb.verbs ?? []) command.addCommand(commandOf(inner, `${fullName} ${inner.name}`, asked));
  rememberVerb(command, `${fullName} `, asked);
  const { run } = verb;
  if (run) {
    command.action(async () => {
      const session = new Session(command.optsWithGlobals<CommonOptions>(), { makesData: verb.makesData ?? false });
      try {
        asked.exitCode = (await run(session, command.processedArgs as Arguments, command.opts())) ?? 0;
      } finally {
        await session.close();
      }
    });
  }
  return command;
}

function rememberVerb(command: Command, before: string, asked: Asked): void {
  command.hook('preSubcommand', (_command, chosen) => {
    asked.verb = `${before}${chosen.name()}`;
  });
}

/** Errors are thrown instead of printed: they are explained in one place. */
function quiet(command: Command): void {
  command
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .configureHelp({ showGlobalOptions: true })
    .allowExcessArguments(false);
}

function examplesText(examples: readonly string[]): string {
  return `Examples:\n${examples.map((line) => `  ${line}`).join('\n')}\n`;
}

function usageOf({ code, message }: CommanderError, program: Command, verb: string | null): WrongUsage {
  const command = program.commands.find((candidate) => candidate.name() === verb) ?? program;
  const verbs = command.commands.map((known) => known.name());
  if (code === 'commander.help') return new WrongUsage(`tenure ${verb ?? ''} needs one more word: ${verbs.join(', ')}.`);
  if (code === 'commander.unknownCommand') {
    const word = /'(.*?)'/.exec(message)?.[1] ?? '';
    return new WrongUsage(verb === null ? `There is no verb "${word}".` : `There is no tenure ${verb} ${word}.`, { word, known: verbs });
  }
  const [sentence = '', suggestion = ''] = message.replace(/^error: /, '').split('\n');
  const meant = /Did you mean .*\?/.exec(suggestion)?.[0];
  return new WrongUsage(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1).replace(/\.?$/, '.')}${meant ? ` ${meant}` : ''}`);
}
