import type { MongoClientOptions } from 'mongodb';

/**
 * A server that does not answer the driver's monitor, which asks every second, for 3 s is considered gone, whatever its connections say:
 * operations waiting for its answer fail at once, and the next primary is searched for.
 */
export const noticingSilence = { heartbeatFrequencyMS: 1_000, connectTimeoutMS: 3_000 } as const satisfies MongoClientOptions;
