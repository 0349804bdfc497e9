import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePorts } from '../free-ports.js';
import type { Certificates } from './certificates.js';

/** The login of the secured port, by SASL PLAIN. */
export const CREDENTIALS = { username: 'tenure', password: 'only-for-tests' };

export interface BrokerAddress {
  readonly id: number;
  readonly port: number;
  /** The port that asks for credentials. */
  readonly securedPort: number;
  /** The port that speaks TLS only; 0 for brokers without TLS. */
  readonly tlsPort: number;
  readonly controllerPort: number;
}

/** The brokers of a data folder. Kept in the folder, so that a restart finds the same cluster at the same ports. */
export interface BrokerLayout {
  readonly clusterId: string;
  readonly brokers: readonly BrokerAddress[];
}

/** Whether ports were assigned to brokers in this folder before. */
export const hasLayout = (data: string): boolean => existsSync(join(data, 'layout.json'));

export async function openLayout(data: string, count: number, tls: boolean): Promise<BrokerLayout> {
  await mkdir(data, { recursive: true });
  const file = join(data, 'layout.json');
  if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8'));
  const ports = await freePorts(count * 4);
  const brokers = Array.from({ length: count }, (_, n) => ({
    id: n + 1,
    port: ports[4 * n]!,
    securedPort: ports[4 * n + 1]!,
    controllerPort: ports[4 * n + 2]!,
    tlsPort: tls ? ports[4 * n + 3]! : 0,
  }));
  // A leading zero byte: a cluster id that begins with "-" would be read as an option.
  const layout = { clusterId: Buffer.concat([Buffer.alloc(1), randomBytes(15)]).toString('base64url'), brokers };
  await writeFile(file, JSON.stringify(layout, null, 2));
  return layout;
}

/**
 * KRaft: each broker is a controller too. Replication covers all brokers, up to three. With certificates there is a port for TLS,
 * and the port that asks for credentials uses TLS, too.
 */
export function brokerProperties({ brokers }: BrokerLayout, broker: BrokerAddress, logFolder: string, certificates: Certificates | null): string {
  const replicas = Math.min(brokers.length, 3);
  const inSync = Math.min(replicas, 2);
  const open = `PLAINTEXT://127.0.0.1:${broker.port}`;
  const secured = `SECURED://127.0.0.1:${broker.securedPort}`;
  const clients = certificates ? `${open},${secured},TLS://127.0.0.1:${broker.tlsPort}` : `${open},${secured}`;
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': broker.id,
    'controller.quorum.voters': brokers.map(({ id, controllerPort }) => `${id}@127.0.0.1:${controllerPort}`).join(','),
    listeners: `${clients},CONTROLLER://127.0.0.1:${broker.controllerPort}`,
    'advertised.listeners': clients,
    'inter.broker.listener.name': 'PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': `PLAINTEXT:PLAINTEXT,TLS:SSL,SECURED:${certificates ? 'SASL_SSL' : 'SASL_PLAINTEXT'},CONTROLLER:PLAINTEXT`,
    'listener.name.secured.sasl.enabled.mechanisms': 'PLAIN',
    'listener.name.secured.plain.sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required user_${CREDENTIALS.username}="${CREDENTIALS.password}";`,
    'log.dirs': logFolder,
    'offsets.topic.replication.factor': replicas,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.min.isr': inSync,
    'min.insync.replicas': inSync,
    'group.initial.rebalance.delay.ms': 0,
    // A killed broker may rejoin when its old session has expired.
    'broker.session.timeout.ms': 5_000,
    'broker.heartbeat.interval.ms': 1_000,
    'auto.create.topics.enable': false,
    ...(certificates ? keyStoreOf(certificates) : {}),
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

function keyStoreOf({ keyStore, password }: Certificates): Record<string, string> {
  return { 'ssl.keystore.type': 'PKCS12', 'ssl.keystore.location': keyStore, 'ssl.keystore.password': password, 'ssl.key.password': password };
}
