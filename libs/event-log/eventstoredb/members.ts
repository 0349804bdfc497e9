import type { GossipClient } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { type CallOptions, type Metadata, status } from '@grpc/grpc-js';
import { endpointName } from './address.js';

/** One node of a cluster, as a node of it sees it. */
export interface Member {
  /** `host:port`, as the node advertises itself. */
  readonly address: string;
  /** The server's own word, in lower case: `leader`, `follower`, `readonlyreplica`, ... */
  readonly state: string;
  readonly alive: boolean;
}

const stateNames = Object.entries(gossip.MemberInfo.VNodeState);

export interface Cluster {
  readonly leader: string | null;
  readonly nodes: readonly Member[];
}

/** @throws ServiceError of gRPC */
export function askMembers(client: GossipClient, metadata: Metadata, options: Partial<CallOptions>): Promise<Member[]> {
  return new Promise((resolve, reject) => {
    client.read(new shared.Empty(), metadata, options, (error, info) => {
      if (error) reject(error);
      else resolve(info.getMembersList().flatMap(toMember));
    });
  });
}

export function leaderOf(members: readonly Member[]): string | null {
  return members.find(({ state, alive }) => alive && state === 'leader')?.address ?? null;
}

/** A node that answers anything is there, even if it refuses. */
export function isSilence(error: unknown): boolean {
  const { code } = error as { code?: number };
  return code === status.UNAVAILABLE || code === status.DEADLINE_EXCEEDED || code === status.CANCELLED;
}

function toMember(info: gossip.MemberInfo): Member[] {
  const endpoint = info.getHttpEndPoint();
  if (!endpoint) return [];
  const address = endpointName({ host: endpoint.getAddress(), port: endpoint.getPort() });
  return [{ address, state: stateNames.find(([, number]) => number === info.getState())?.[0].toLowerCase() ?? 'unknown', alive: info.getIsAlive() }];
}
