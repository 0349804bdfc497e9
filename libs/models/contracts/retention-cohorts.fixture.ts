/** Survivors of 1,000 customers of two segments over twelve renewals: Fader & Hardie (2007), table 1 and figure 2. */
export const regular = [1000, 631, 468, 382, 326, 289, 262, 241, 223, 207, 194, 183, 173];
export const highEnd = [1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394];

export const over = (alive: readonly number[], renewals: number) => [{ alive: alive.slice(0, renewals + 1) }];
