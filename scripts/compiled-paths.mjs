// Tests run on compiled output; a person names sources: libs/shape/nearest.spec.ts is libs/shape/dist/nearest.spec.js.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const namesOfTests = ['-t', '--testNamePattern'];

/** jest's arguments, with each spec, folder of sources or beginning of a name as its compiled path. Options and patterns stay. */
export function compiledPaths(args) {
  return args.map((argument, at) => (namesOfTests.includes(args[at - 1]) ? argument : compiledPath(argument)));
}

/** Whether an argument of jest is a compiled path, or a pattern of such paths. */
export const isCompiled = (path) => /(?:^|\/)dist(?:\/|$)/.test(path);

function compiledPath(argument) {
  const path = argument.replace(/^\.\//, '').replace(/\.spec$/, '.spec.ts');
  const isThere = existsSync(join(root, path)) || (/^[\w-]+\/[\w./-]+\/[\w.-]+$/.test(path) && existsSync(join(root, dirname(path))));
  if (isCompiled(path) || !isThere) return argument;
  return path
    .replace(/^((?:libs|apps|infra)\/[^/]+)(?=\/|$)/, '$1/dist')
    .replace(/^(projections|test)(?=\/|$)/, '$1/dist')
    .replace(/\.ts$/, '.js');
}
