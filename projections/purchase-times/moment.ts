/**
 * Documents keep moments in seconds since the epoch, with a fraction where one was given: four characters fewer each
 * than milliseconds, and as exact (a double holds seconds to a millisecond for 100,000 years).
 */
export const momentOf = (milliseconds: number): number => milliseconds / 1000;

/** Seconds between two moments, exact to the millisecond that rounding errors of the fractions would hide. */
export const secondsBetween = (from: number, to: number): number => Math.round((to - from) * 1000) / 1000;
