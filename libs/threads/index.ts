export { type Call, type Handlers, serveThread } from './serve-thread.js';
export { Slices } from './slices.js';
export { SupervisedThread, type SupervisedThreadOptions, type ThreadState } from './supervised-thread.js';
export { type AnswersToThread, type CallOptions, Thread, type ThreadCalls, type ThreadOptions } from './thread.js';
export { ThreadLost } from './thread-lost.js';
export { Transferred } from './transferred.js';
export { Turns } from './turns.js';
