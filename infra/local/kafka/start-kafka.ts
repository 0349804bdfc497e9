import { rm } from 'node:fs/promises';
import { CREDENTIALS, hasLayout, openLayout } from './broker-layout.js';
import { BrokerProcess } from './broker-process.js';
import { openCertificates } from './certificates.js';
import { kafkaJars } from './kafka-jars.js';
import { KafkaUnavailable } from './kafka-unavailable.js';

export interface KafkaOptions {
  /** Where the brokers keep their data; a folder used before is continued, at the same ports. */
  readonly data: string;
  /** How many brokers, 1 by default. A folder used before keeps their number, and TLS if it had it. */
  readonly brokers?: number;
  /** Whether they also speak TLS, on ports of their own; the certificates are made in the folder. Default: no. */
  readonly tls?: boolean;
}

/** Real brokers on 127.0.0.1, children of this process. Without an index, an operation applies to all of them. */
export interface LocalKafka {
  /** "host:port" of each, in the form that a client takes. */
  readonly brokers: readonly string[];
  /** The ports of the same brokers that ask for `credentials` (SASL PLAIN); over TLS, if they have it. */
  readonly secured: readonly string[];
  readonly credentials: { readonly username: string; readonly password: string };
  /** The TLS ports of the same brokers, and the file of the CA to trust; null without TLS. */
  readonly tls: { readonly brokers: readonly string[]; readonly ca: string } | null;
  /** Of the running brokers. */
  readonly pids: readonly number[];
  stop(index?: number): Promise<void>;
  /** SIGKILL. */
  kill(index?: number): Promise<void>;
  /** Restarts stopped or killed brokers, with their data, at their old addresses. */
  restart(index?: number): Promise<void>;
}

/** Other processes choose ports at the same moment: a new folder gets other ports this many times. */
const TRIES = 3;

/** Resolves when the brokers accept connections. Throws `KafkaUnavailable`, which says what to install. */
export async function startKafka(options: KafkaOptions): Promise<LocalKafka> {
  const isNew = !hasLayout(options.data);
  for (let tries = 1; ; tries += 1) {
    try {
      return await startAtItsPorts(options);
    } catch (error) {
      const mayMove = isNew && error instanceof KafkaUnavailable && error.code === 'port-taken';
      if (!mayMove || tries === TRIES) throw error;
      await rm(options.data, { recursive: true });
    }
  }
}

async function startAtItsPorts({ data, brokers = 1, tls = false }: KafkaOptions): Promise<LocalKafka> {
  const jars = await kafkaJars();
  const layout = await openLayout(data, brokers, tls);
  const certificates = layout.brokers[0]!.tlsPort ? await openCertificates(data) : null;
  const processes = layout.brokers.map((broker) => new BrokerProcess(data, jars, layout, broker, certificates));
  const each = async (index: number | undefined, operation: (broker: BrokerProcess) => Promise<void>) => {
    await Promise.all((index === undefined ? processes : [processes[index]!]).map(operation));
  };
  const stop = (index?: number) => each(index, (broker) => broker.stop());
  const start = (index?: number) => each(index, (broker) => (broker.pid === null ? broker.start() : Promise.resolve()));
  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    brokers: processes.map(({ address }) => address),
    secured: processes.map(({ securedAddress }) => securedAddress),
    credentials: CREDENTIALS,
    tls: certificates ? { brokers: processes.map(({ tlsAddress }) => tlsAddress), ca: certificates.ca } : null,
    get pids() {
      return processes.flatMap(({ pid }) => pid ?? []);
    },
    stop,
    kill: (index) => each(index, (broker) => broker.kill()),
    restart: start,
  };
}
