export { type Handlers, serveThread } from './serve-thread.js';
export { Thread } from './thread.js';
