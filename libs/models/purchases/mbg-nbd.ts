import { betaGeometricModel } from './beta-geometric-model.js';

/**
 * MBG/NBD, Batislam, Denizel & Filiztekin (2007), Intl. J. of Research in Marketing 24(3), and Hoppe & Wagner (2007).
 * The first purchase is a chance to leave too, so that P(alive) < 1 for a customer who never came back. a and b lie on
 * a flat ridge: compare predictions between fits, not a and b. Parameters: r, alpha (in time units), a, b.
 */
export const mbgNbd = betaGeometricModel('mbg-nbd', 1);
