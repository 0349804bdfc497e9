export type FeedErrorCode =
  | 'address-invalid'
  | 'address-unknown'
  | 'unreachable'
  /** The broker's certificate is not accepted here. */
  | 'tls-untrusted'
  /** The broker speaks TLS, and KAFKA_TLS is off. */
  | 'tls-expected'
  /** The broker does not speak TLS, and KAFKA_TLS is on. */
  | 'tls-unexpected'
  | 'credentials-refused'
  | 'not-authorised'
  | 'topic-missing'
  | 'topic-partitions'
  /** Partitions end before what was acknowledged. */
  | 'topic-behind'
  /** Partitions are long enough, but other records lie where ours did. */
  | 'topic-replaced'
  | 'record-too-large'
  | 'stalled'
  | 'failed';

/** Kafka cannot be used as it is; `message` says what is wrong, what happens meanwhile, and what to do. */
export class FeedError extends Error {
  constructor(
    readonly code: FeedErrorCode,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(`${detail} ${WORTH_RETRYING[code] ? 'Retrying.' : 'Not retried: it does not pass by itself.'}`, options);
    this.name = 'FeedError';
  }

  /** False when only a person can help: then a start is refused. A process that runs already keeps retrying all the same. */
  get retried(): boolean {
    return WORTH_RETRYING[this.code];
  }

  /** What was published is no longer in the topic: it has to be published again. */
  get topicLost(): boolean {
    return this.code === 'topic-behind' || this.code === 'topic-replaced';
  }
}

const WORTH_RETRYING: Record<FeedErrorCode, boolean> = {
  'address-invalid': false,
  // A name may be registered late: services of a cluster start in any order.
  'address-unknown': true,
  unreachable: true,
  'tls-untrusted': false,
  'tls-expected': false,
  'tls-unexpected': false,
  'credentials-refused': false,
  'not-authorised': false,
  'topic-missing': true,
  'topic-partitions': false,
  'topic-behind': false,
  'topic-replaced': false,
  'record-too-large': true,
  stalled: true,
  failed: true,
};
