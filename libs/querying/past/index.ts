export { Past, type Replay } from './past.js';
export { ScratchStore } from './scratch-store.js';
