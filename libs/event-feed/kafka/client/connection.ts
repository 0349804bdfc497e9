import { Kafka, type KafkaConfig, type LogEntry, logLevel } from 'kafkajs';
import { FeedError } from '../feed-error.js';

export interface KafkaLogin {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string;
  readonly password: string;
}

export interface KafkaConnection {
  /** "host:port" of some brokers of the cluster; the others are discovered through them. */
  readonly brokers: readonly string[];
  /** The name of this process in the brokers' logs and quotas. */
  readonly clientId: string;
  readonly ssl?: KafkaConfig['ssl'];
  readonly sasl?: KafkaLogin;
  /** Time limit of one TCP connection; 5 s by default. */
  readonly connectTimeoutMs?: number;
  /** Time limit of one answer; 5 s by default: a broker that stays silent is given up, whatever its connection says. */
  readonly requestTimeoutMs?: number;
  /** Receives the client's own warnings and errors. Without it they show only as `lastError`. */
  readonly log?: (level: 'warn' | 'error', message: string, detail: Readonly<Record<string, unknown>>) => void;
}

/** A few quick attempts; the owner of the client starts over with a new client, for as long as it takes. */
export const QUICK_RETRY = { initialRetryTime: 100, maxRetryTime: 2_000, retries: 5, multiplier: 2, factor: 0.2 };

/**
 * Messages about one attempt among several, for example at a broker that has just started, or about the
 * deliberately small number of attempts. The final result is in `lastError`.
 */
const SAID_IN_VAIN = /^(Response |Limiting retries for the idempotent producer)/;

/**
 * Counts the clients: each begins with the next broker. By default every client would ask the same broker
 * first, which may have stopped without closing its connections.
 */
let opened = 0;

const beginningWith = (first: number, brokers: readonly string[]): string[] => [...brokers.slice(first), ...brokers.slice(0, first)];

/** A separate client for each user: clients made by one `Kafka` share what they believe about committed offsets. */
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
    // The client's type has one case per mechanism, all of the same shape.
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
