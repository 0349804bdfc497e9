// `npm run stack [-- flags of tenure start]`: install what is missing, compile what changed, start the servers and the engine on them.
import { endWithNpm } from '../../scripts/end-with-npm.mjs';
import { install } from '../../scripts/install.mjs';

install();
const { build } = await import('../../scripts/build.mjs');
await build();
endWithNpm();
await import('./dist/main.js');
