import { condensedModel } from './condensed-model.js';

/**
 * MBG/CNBD-k, Platzer & Reutterer (2016): MBG/NBD with purchases at regular times. The first purchase is a chance to leave, too.
 * Parameters: r, alpha (in time units, of one of the k stages to a purchase), a, b, k.
 */
export const mbgCnbdK = condensedModel('mbg-cnbd-k', 1);
