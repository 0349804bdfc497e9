import { namesOf, refuse } from './given-names.mjs';
import { withImport, withItem } from './room.mjs';

export const usage = 'npm run new -- aspect referrals referral';

/** An aspect of a customer with two commands, one that records something and one that takes it back, and its section of the customer file. */
export async function aspect(room, [given, thing]) {
  const { aspects } = await import('../../libs/customer/dist/aspects.js');
  const names = namesOf(given, 'The name of an aspect');
  if (given.includes('-')) refuse(`An aspect is called by one word, which its state and its folder have: "${given}" is more.`);
  const one = namesOf(thing, 'What it is about, one of it,');
  if (aspects.some(({ name }) => name === names.name)) refuse(`There is an aspect ${given} already.`);
  const { commands } = await import('../../libs/customer/dist/commands.js');
  const taken = [`Record${one.Name}`, `Void${one.Name}`].find((name) => commands.some((command) => command.name === name));
  if (taken !== undefined) refuse(`There is a command ${taken} already.`);

  const values = { ...names, words: one.words, Words: one.Title, Thing: one.Name, thing: one.name, thingKebab: one.kebab, Initial: one.Name[0] };
  const folder = `libs/customer/${given}`;
  for (const file of ['events', 'event-schemas', 'decide', 'evolve', 'samples']) room.file(`${folder}/${file}.ts`, `aspect/${file}.ts`, values);
  room.file(`${folder}/record-${thing}.command.ts`, 'aspect/record.command.ts', values);
  room.file(`${folder}/void-${thing}.command.ts`, 'aspect/void.command.ts', values);
  room.file(`${folder}/${given}.aspect.ts`, 'aspect/aspect.ts', values);
  room.file(`${folder}/${given}.spec.ts`, 'aspect/spec.ts', values);
  room.edit(
    'libs/customer/aspects.ts',
    (text) =>
      `${withImport(withItem(text, /export const aspects = \[/, names.name), `import { ${names.name} } from './${given}/${given}.aspect.js';`).trimEnd()}
export type * from './${given}/events.js';
`,
  );
  room.file(`projections/customer-file/sections/${given}.ts`, 'aspect/section.ts', values);
  room.edit('projections/customer-file/sections.ts', (text) =>
    withImport(withItem(text, /export const sections = \[/, names.name), `import { ${names.name} } from './sections/${given}.js';`),
  );
  return `Its commands are Record${one.Name} and Void${one.Name}. Say in its files what it is really about before the first event is recorded: golden samples are for ever.`;
}
