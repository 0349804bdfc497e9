const SEED = 0x9747b28c;
const M = 0x5bd1e995;

/**
 * The partition a customer's events lie on: `(murmur2(UTF-8 of the id) & 0x7fffffff) % partitions`. Kafka's own clients
 * do the same with a record's key by default (`org.apache.kafka.clients.producer.internals`,
 * `BuiltInPartitioner.partitionForKey`), so other programs that write or look up by key agree with us.
 */
export function partitionOf(customerId: string, partitions: number): number {
  return (murmur2(Buffer.from(customerId, 'utf8')) & 0x7fffffff) % partitions;
}

/** MurmurHash2 of Austin Appleby, 32 bit, with Kafka's seed; a signed integer as in Java. */
export function murmur2(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length & ~3;
  let hash = SEED ^ bytes.length;
  for (let i = 0; i < whole; i += 4) {
    let word = Math.imul(view.getInt32(i, true), M);
    word = Math.imul(word ^ (word >>> 24), M);
    hash = Math.imul(hash, M) ^ word;
  }
  if (bytes.length > whole) {
    for (let i = bytes.length - 1; i >= whole; i--) hash ^= bytes[i]! << (8 * (i - whole));
    hash = Math.imul(hash, M);
  }
  hash = Math.imul(hash ^ (hash >>> 13), M);
  return hash ^ (hash >>> 15);
}
