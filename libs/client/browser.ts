// What runs in a browser: no stream, no file.
export { ApiClient, type ClientOptions } from './api-client.js';
export { type Fault, ProblemError } from './problem-error.js';
export type { Answer, Carried, Query, Request, Route } from './routes.js';
export type { Schemas } from './schemas.js';
export { Unreachable } from './unreachable.js';
