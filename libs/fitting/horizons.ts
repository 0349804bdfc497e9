/** The horizons, in days, at which likelihoods are compared with outcomes; for any other, those next to it are mixed. */
export const testedHorizons = [30, 90, 180, 365] as const;
