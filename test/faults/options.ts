/** How often each fault strikes: a few for a quick look, 20 for a full run. */
export const kills = Number(process.env['TENURE_TEST_KILLS'] ?? 3);
/** The same seed gives the same faults at the same intervals; what the clients are doing at those moments depends on the machine. */
export const seed = Number(process.env['TENURE_TEST_SEED'] ?? Date.now() % 1_000_000);

/** For a whole story, without the start of the servers. */
export const storyMs = 180_000 + kills * 60_000;
