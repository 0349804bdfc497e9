export { type ClientOptions, type Parameters, TenureClient, type Upload, pathOf } from './client.js';
export { chunksOf } from './exchange.js';
export { type Page, itemsOf } from './pages.js';
export { type Fault, ProblemError, problemOf } from './problem-error.js';
export { Unreachable } from './unreachable.js';
