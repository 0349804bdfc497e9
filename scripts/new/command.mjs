import { kebabOf, namesOf, refuse } from './given-names.mjs';
import { withImport, withItem } from './room.mjs';

export const usage = 'npm run new -- command complaints EscalateComplaint ComplaintEscalated';

/** A command of an existing aspect, with an event of its own: both say why, and nothing else. */
export async function command(room, [aspect, Command, Event]) {
  const { aspects } = await import('../../libs/customer/dist/aspects.js');
  const known = aspects.map(({ name }) => name);
  if (!known.includes(aspect)) refuse(`${aspect === undefined ? 'Say in which aspect' : `There is no aspect "${aspect}"`}: ${known.join(', ')}.`);
  const kebab = kebabOf(Command, 'A command');
  const event = namesOf(kebabOf(Event, 'Its event'), 'Its event').name;
  const { commands, events } = await import('../../libs/customer/dist/index.js');
  if (commands.some(({ name }) => name === Command)) refuse(`There is a command ${Command} already.`);
  if (events.some(({ type }) => type === Event)) refuse(`There is an event ${Event} already: what it says is said for ever. Take another name.`);

  const folder = `libs/customer/${aspect}`;
  const definition = room.read(`${folder}/${aspect}.aspect.ts`);
  const [, State] = /Aspect<'\w+', (\w+)>/.exec(definition) ?? refuse(`${folder}/${aspect}.aspect.ts does not name its state as scripts/new expects.`);
  room.file(`${folder}/${kebab}.command.ts`, 'command/command.ts', { Command });
  room.file(`${folder}/${kebab}.spec.ts`, 'command/spec.ts', { Command, Event });
  room.edit(
    `${folder}/events.ts`,
    (text) => `${text}
export const ${event} = (at: Occurrence, personal: { readonly reason: string; readonly note?: string }): NewFact => fact('${Event}', 1, at, {}, personal);
`,
  );
  room.edit(`${folder}/event-schemas.ts`, (text) =>
    withImport(
      text.replace(/\n\};\n(?![\s\S]*\n\};\n)/, `\n  ${Event}: [says({ reason: said() })],\n};\n`),
      `import { said, says } from '../event-schema.js';`,
    ),
  );
  room.edit(`${folder}/decide.ts`, (text) => {
    const imports = [
      `import { noted } from '../fact.js';`,
      `import { ${event} } from './events.js';`,
      `import type { ${State} } from './evolve.js';`,
      `import type { ${Command} } from './${kebab}.command.js';`,
    ];
    return `${imports.reduce(withImport, text)}
export function decide${Command}(_: ${State}, { reason, note }: ${Command}, moment: Moment): Decision {
  return [${event}(moment, { reason, ...noted(note) })];
}
`;
  });
  room.edit(`${folder}/${aspect}.aspect.ts`, (text) => {
    const events = `{ type: '${Event}', versions: [1], rank: ${1 + highestRank(text)}, sentence: () => '${sentenceOf(Event)}' }`;
    const listed = withItem(withItem(text, /commands: \[/, `command(${Command}, 'known', 'Say here what it is for.', decide${Command})`), /events: \[/, events);
    return withImport(withImport(listed, `import { decide${Command} } from './decide.js';`), `import { ${Command} } from './${kebab}.command.js';`);
  });
  room.edit(`${folder}/samples.ts`, (text) => {
    if (/examplesOf\(/.test(text)) {
      return withImport(text.replace(/examplesOf\(([^)]*)\)/, `examplesOf($1, ${Command})`), `import { ${Command} } from './${kebab}.command.js';`);
    }
    return text.replace(/\n\];\n$/, `\n  ['${Command}', { reason: 'asked for it', note: 'n' }],\n];\n`);
  });
  return `Say in its files what it is really about before the first event is recorded: golden samples are for ever.`;
}

/** The new event has the highest rank, because an event ranks above those it follows from. */
const highestRank = (text) => Math.max(0, ...[...text.matchAll(/\brank: (\d+)/g)].map(([, rank]) => Number(rank)));

/** `ComplaintEscalated`: "Complaint escalated". */
function sentenceOf(Event) {
  const words = Event.replace(/(?<=.)[A-Z]/g, ' $&').toLowerCase();
  return words[0].toUpperCase() + words.slice(1);
}
