import { rm } from 'node:fs/promises';
import { CREDENTIALS, hasLayout, openLayout } from './broker-layout.js';
import { BrokerProcess } from './broker-process.js';
import { openCertificates } from './certificates.js';
import { kafkaJars } from './kafka-jars.js';
import { KafkaUnavailable } from './kafka-unavailable.js';

export interface KafkaOptions {
  /** Where the brokers keep their data; a folder used before is gone on with, at the same ports. */
  readonly data: string;
  /** How many, 1 by default. A folder used before keeps the number it had, and has TLS if it had. */
  readonly brokers?: number;
  /** Whether they also speak TLS, on ports of its own; the certificates are made into the folder. Not by default. */
  readonly tls?: boolean;
}

/** Real brokers on 127.0.0.1, children of this process. Without an index, an operation is on all of them. */
export interface LocalKafka {
  /** "host:port" of each, as a client takes them. */
  readonly brokers: readonly string[];
  /** The same brokers where they ask for `credentials` (SASL PLAIN); by TLS, where there is one. */
  readonly secured: readonly string[];
  readonly credentials: { readonly username: string; readonly password: string };
  /** The same brokers where they speak TLS, and the file of the CA to trust; null without. */
  readonly tls: { readonly brokers: readonly string[]; readonly ca: string } | null;
  /** Of the brokers that run. */
  readonly pids: readonly number[];
  stop(index?: number): Promise<void>;
  /** SIGKILL. */
  kill(index?: number): Promise<void>;
  /** Starts what has been stopped or killed, with its data, at its old address. */
  restart(index?: number): Promise<void>;
}

/** Others choose ports at the same moment: so often a new folder is given others. */
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
