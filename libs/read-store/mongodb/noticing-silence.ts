import type { MongoClientOptions } from 'mongodb';

/**
 * A server that says nothing to the driver's monitor, which asks every second, for 3 s is taken for gone, whatever its connections say: what
 * waits for its answer fails at once, and the next primary is looked for.
 */
export const noticingSilence = { heartbeatFrequencyMS: 1_000, connectTimeoutMS: 3_000 } as const satisfies MongoClientOptions;
