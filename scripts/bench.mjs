// `npm run bench [-- name ...] [--json] [--large]`: install what is missing, compile what changed, measure, print. Never fails for being slow.
import { install } from './install.mjs';

install();
const { build } = await import('./build.mjs');
await build();
await import('../test/dist/bench/run.js');
