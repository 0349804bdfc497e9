// `npm run new -- aspect|command|read-model|query ...`: makes the files of a new part, and adds the lines that name it. The result passes all checks.
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { install } from './install.mjs';
import * as ofAspect from './new/aspect.mjs';
import * as ofCommand from './new/command.mjs';
import { refuse } from './new/given-names.mjs';
import * as ofQuery from './new/query.mjs';
import * as ofReadModel from './new/read-model.mjs';
import { Room } from './new/room.mjs';

const makers = {
  aspect: { make: ofAspect.aspect, usage: ofAspect.usage },
  command: { make: ofCommand.command, usage: ofCommand.usage },
  'read-model': { make: ofReadModel.readModel, usage: ofReadModel.usage },
  query: { make: ofQuery.query, usage: ofQuery.usage },
};
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [what, ...rest] = process.argv.slice(2);
const maker = Object.hasOwn(makers, what ?? '') ? makers[what] : null;
const usages = Object.values(makers).map(({ usage }) => `  ${usage}`);
if (maker === null) refuse(`Say what is new:\n${usages.join('\n')}`);

install();
await build();
const room = new Room(root);
const next = await maker.make(room, ...asked(rest));
const written = room.write();
run('npx', ['biome', 'check', '--write', ...written.filter((path) => path.endsWith('.ts'))]);
run('node', ['scripts/golden.mjs']);
run('node', ['scripts/openapi.mjs']);
console.log(`${written.map((path) => `  ${path}`).join('\n')}\nand what is generated of them. ${next}\nThen: npm test -- ${folderOf(written)}`);

function asked(given) {
  try {
    const { positionals, values } = parseArgs({ args: given, allowPositionals: true, options: { reads: { type: 'string' } } });
    return [positionals, values];
  } catch (error) {
    return refuse(`${error.message.split('.')[0]}. As in: ${maker.usage}`);
  }
}

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) refuse(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
}

function folderOf(paths) {
  return `${dirname(paths.find((path) => path.endsWith('.spec.ts')))}/`;
}
