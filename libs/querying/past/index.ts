export { Past, type Replay } from './past.js';
