// `npm run stack [-- flags of tenure start]`: install what is missing, compile what changed, start the servers and the engine on them.
import { install } from '../../scripts/install.mjs';

install();
const { build } = await import('../../scripts/build.mjs');
await build();
await import('./dist/main.js');
