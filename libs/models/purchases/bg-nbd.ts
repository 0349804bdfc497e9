import { betaGeometricModel } from './beta-geometric-model.js';

/**
 * BG/NBD, Fader, Hardie & Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science 24(2). A customer may
 * leave at a repeat purchase only, so that one who never came back counts as alive for ever: P(alive) = 1 at x = 0.
 * Parameters: r, alpha (in time units), a, b.
 */
export const bgNbd = betaGeometricModel('bg-nbd', 0);
