import { createRequire } from 'node:module';
import type { Temporal } from '@js-temporal/polyfill';

/** Loaded at the first use of a zone other than UTC: it takes 20 MB in each thread, and most never need it. */
export const temporal = (): typeof Temporal => (createRequire(import.meta.url)('@js-temporal/polyfill') as { Temporal: typeof Temporal }).Temporal;
