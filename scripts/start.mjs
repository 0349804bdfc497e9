// `npm start`: install what is missing, compile what changed, start the engine. Flags go after `--`.
import { endWithNpm } from './end-with-npm.mjs';
import { install } from './install.mjs';

install();
const { build } = await import('./build.mjs');
await build();
endWithNpm();
process.argv.splice(2, 0, 'start');
await import('../apps/tenure/bin/tenure.mjs');
