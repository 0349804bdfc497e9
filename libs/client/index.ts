export { ApiClient, type ClientOptions } from './api-client.js';
export { TenureClient, type Upload } from './client.js';
export { downloadExport, type Exportable, ExportNotWhole, type ExportRequest } from './download.js';
export { type Page, type PagedRoute, pagesOf } from './pages.js';
export { type Fault, ProblemError, problemOf } from './problem-error.js';
export type { Answer, Carried, Line, Query, Request, Route } from './routes.js';
export type { Schemas } from './schemas.js';
export { Unreachable } from './unreachable.js';
export { readModels, words } from './words.generated.js';
