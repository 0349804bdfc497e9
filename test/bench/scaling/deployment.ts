/** The number of instances of each part. */
export interface Deployment {
  readonly commandApis: number;
  readonly queryApis: number;
  readonly projectors: number;
  /** Chosen once, for ever. */
  readonly partitions: number;
  /** Cores of Kafka's brokers and of the primaries of MongoDB's shards. */
  readonly brokerCores: number;
  readonly shardCores: number;
}

export const smallest: Deployment = { commandApis: 1, queryApis: 1, projectors: 1, partitions: 8, brokerCores: 1, shardCores: 1 };

/** All parts that may be overloaded, in the order of an event's way. */
export const parts = ['command-api', 'log', 'log-reads', 'relay', 'kafka', 'partition', 'projector', 'mongodb', 'query-api'] as const;
export type Part = (typeof parts)[number];
