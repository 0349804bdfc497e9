import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { GossipClient } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { credentials, Metadata } from '@grpc/grpc-js';
import { type Address, type Endpoint, endpointName } from './address.js';
import { within } from './deadline.js';
import { askMembers, type Member } from './members.js';

/** Where a node can be asked about its cluster. `name`: the host its certificate is expected to name, if that is not its own host. */
export interface Seed {
  readonly endpoint: string;
  readonly name?: string;
}

/** Asks one node over a connection of its own, so that a node that is stuck holds up no other. @throws ServiceError, NoAnswer */
export async function askNode({ endpoint, name }: Seed, { tls, login }: Address, timeoutMs: number): Promise<Member[]> {
  const channel = tls ? credentials.createSsl(tls.ca, tls.key, tls.certificate) : credentials.createInsecure();
  const named = name && tls ? { 'grpc.ssl_target_name_override': name, 'grpc.default_authority': name } : {};
  const client = new GossipClient(endpoint, channel, { ...named, 'grpc.use_local_subchannel_pool': 1 });
  const metadata = new Metadata();
  if (login && tls) metadata.set('authorization', `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`);
  try {
    return await within(timeoutMs, askMembers(client, metadata, { deadline: Date.now() + timeoutMs }));
  } finally {
    client.close();
  }
}

/** Resolves names, each of which may stand for one node or for all of them. A name that is not found stands for itself: asking it reports what is wrong. */
export async function seedsOf(hosts: readonly Endpoint[], timeoutMs: number): Promise<Seed[]> {
  const found = await Promise.all(
    hosts.map(async ({ host, port }): Promise<Seed[]> => {
      const alone = [{ endpoint: endpointName({ host, port }) }];
      if (isIP(host)) return alone;
      const addresses = await within(timeoutMs, lookup(host, { all: true })).catch(() => []);
      return addresses.length < 2 ? alone : addresses.map(({ address }) => ({ endpoint: endpointName({ host: address, port }), name: host }));
    }),
  );
  return found.flat();
}
