export type * from './answers.js';
export { type ClientOptions, type Parameters, TenureClient, type Upload, pathOf } from './client.js';
export { type ExportManifest, ExportNotWhole, type ExportRequest, downloadExport } from './download.js';
export { type Page, pagesOf } from './pages.js';
export { type Fault, ProblemError, problemOf } from './problem-error.js';
export { Unreachable } from './unreachable.js';
