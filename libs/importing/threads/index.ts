export { ImportThreads, type ImportThreadsOptions } from './import-threads.js';
export { type Importer, type ImportPreset, importer } from './importer.js';
