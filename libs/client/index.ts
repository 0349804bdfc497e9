export type * from './answers.js';
export type { paths } from './api.generated.js';
export { apiOf } from './api.js';
export { type ClientOptions, type Parameters, pathOf, TenureClient, type Upload } from './client.js';
export { downloadExport, ExportNotWhole, type ExportRequest } from './download.js';
export { type Page, pagesOf } from './pages.js';
export { type Fault, ProblemError, problemOf } from './problem-error.js';
export { Unreachable } from './unreachable.js';
