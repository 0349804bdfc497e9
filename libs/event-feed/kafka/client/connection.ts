import { Kafka, type KafkaConfig, type LogEntry, logLevel } from 'kafkajs';
import { FeedError } from '../feed-error.js';

export interface KafkaLogin {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string;
  readonly password: string;
}

export interface KafkaConnection {
  /** "host:port" of some brokers of the cluster; the rest is found through them. */
  readonly brokers: readonly string[];
  /** How the brokers' logs and quotas name this process. */
  readonly clientId: string;
  readonly ssl?: KafkaConfig['ssl'];
  readonly sasl?: KafkaLogin;
  /** For one TCP connection; 5 s by default. */
  readonly connectTimeoutMs?: number;
  /** For one answer of a broker; by default 5 s: one that says nothing is asked no longer, whatever its connection says. */
  readonly requestTimeoutMs?: number;
  /** What the client has to say about itself: warnings and errors. Without it they are seen only as `lastError`. */
  readonly log?: (level: 'warn' | 'error', message: string, detail: Readonly<Record<string, unknown>>) => void;
}

/** A few quick attempts; whoever uses the client begins anew, with a new one, for as long as it takes. */
export const QUICK_RETRY = { initialRetryTime: 100, maxRetryTime: 2_000, retries: 5, multiplier: 2, factor: 0.2 };

/** Of one attempt among several, such as at a broker that has just started, or of few attempts, which are meant: what they come to is in `lastError`. */
const SAID_IN_VAIN = /^(Response |Limiting retries for the idempotent producer)/;

/** Counts the clients: each begins with the next broker. Of itself every one would first ask the same, which may have stopped without closing its connections. */
let opened = 0;

const beginningWith = (first: number, brokers: readonly string[]): string[] => [...brokers.slice(first), ...brokers.slice(0, first)];

/** A client of its own for each user: clients made by one `Kafka` share what they believe about committed offsets. */
export function openKafka({ brokers, clientId, ssl, sasl, connectTimeoutMs = 5_000, requestTimeoutMs = 5_000, log }: KafkaConnection): Kafka {
  for (const broker of brokers) {
    if (!/^[^\s:]+:\d{1,5}$/.test(broker) && !/^\[[0-9a-f:]+\]:\d{1,5}$/i.test(broker)) {
      throw new FeedError('address-invalid', `"${broker}" is no address of a Kafka broker: KAFKA_BROKERS takes "host:port", such as "kafka-1:9092".`);
    }
  }
  if (brokers.length === 0) throw new FeedError('address-invalid', 'KAFKA_BROKERS is empty: give "host:port" of at least one Kafka broker.');
  return new Kafka({
    brokers: beginningWith(opened++ % brokers.length, brokers),
    clientId,
    ssl,
    // The client's type has a case for each mechanism, all of one shape.
    sasl: sasl as KafkaConfig['sasl'],
    connectionTimeout: connectTimeoutMs,
    authenticationTimeout: Math.max(connectTimeoutMs, 10_000),
    requestTimeout: requestTimeoutMs,
    retry: { ...QUICK_RETRY, restartOnFailure: async () => false },
    logLevel: log ? logLevel.WARN : logLevel.NOTHING,
    logCreator: () => (entry: LogEntry) => {
      const { message, timestamp: _, ...detail } = entry.log;
      if (!SAID_IN_VAIN.test(message)) log?.(entry.level === logLevel.ERROR ? 'error' : 'warn', message, detail);
    },
  });
}
