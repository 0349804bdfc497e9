export { ImportThreads, type ImportThreadsOptions } from './import-threads.js';
export { importer } from './importer.js';
