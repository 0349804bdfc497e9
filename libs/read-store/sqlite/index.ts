export { isDamage, markDamaged, markedDamage, unmarkDamage } from './damage.js';
export { setAside } from './set-aside.js';
export { SqliteReadStore } from './sqlite-read-store.js';
export { standingOf } from './standing.js';
