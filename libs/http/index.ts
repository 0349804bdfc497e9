export { type HttpApplication, createHttpApplication } from './application.js';
export { createHttpModule } from './http.module.js';
export { assertEveryRouteHasPolicy } from './authorisation/routes.js';
export { buildOpenApi } from './openapi/build-open-api.js';
export { type HttpParts, type HttpSettings } from './parts.js';
export * from './ports.js';
export { type CloudEvent, toCloudEvent } from './events/cloud-event.js';
export type { ExportManifest } from './exports/export-manifest.js';
export type { ProblemBody } from './problems/problem.js';
