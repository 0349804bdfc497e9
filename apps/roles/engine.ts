export { customerIds } from './edge/customer-ids.js';
export { importer } from './edge/importer.js';
export { modelComputing } from './edge/model-computing.js';
export { type OperationsParts, operations, type ParkedCustomers } from './edge/operations.js';
export { type CheckedLog, type QueryHandlersParts, queryHandlers } from './edge/query-handlers.js';
export { type Checker, type Rebuilder, RebuildRuns } from './edge/rebuild-runs.js';
export { openScratchFolder, type ScratchFolder } from './edge/scratch-folder.js';
export { secretOfLog } from './secret-of-log.js';
export { version } from './version.js';
