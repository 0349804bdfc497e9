import { condensedModel } from './condensed-model.js';

/**
 * BG/CNBD-k, Platzer & Reutterer (2016): BG/NBD with purchases at regular times. A customer may leave at a repeat purchase only.
 * Parameters: r, alpha (in time units, of one of the k stages to a purchase), a, b, k.
 */
export const bgCnbdK = condensedModel('bg-cnbd-k', 0);
