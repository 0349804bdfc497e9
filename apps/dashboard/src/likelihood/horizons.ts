export const horizons = ['P30D', 'P60D', 'P90D', 'P180D', 'P365D'] as const;
export type Horizon = (typeof horizons)[number];

/** What is not one of them is the 90 days that the engine takes when nothing is said. */
export const horizonOf = (given: unknown): Horizon => horizons.find((each) => each === given) ?? 'P90D';
