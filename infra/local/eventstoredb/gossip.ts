import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import messages from '@eventstore/db-client/generated/gossip_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import type { ClusterNode } from './faults.js';
import { refuse } from './refusals.js';
import type { ServerState } from './server-state.js';

const states = {
  leader: messages.MemberInfo.VNodeState.LEADER,
  follower: messages.MemberInfo.VNodeState.FOLLOWER,
  unknown: messages.MemberInfo.VNodeState.UNKNOWN,
} as const;

/** Alone it is a cluster of one node, its leader. */
export function gossip(state: ServerState, call: ServerUnaryCall<Empty, ClusterInfo>, answer: sendUnaryData<ClusterInfo>): void {
  const refused = refuse(state, call.metadata);
  if (refused) {
    answer(refused);
    return;
  }
  const nodes: readonly ClusterNode[] = state.faults.cluster ?? [{ port: state.port, state: 'leader', alive: true }];
  answer(null, new messages.ClusterInfo().setMembersList(nodes.map(toMember)));
}

function toMember({ port, state, alive }: ClusterNode) {
  const id = `00000000-0000-4000-8000-${String(port).padStart(12, '0')}`;
  return new messages.MemberInfo()
    .setInstanceId(new shared.UUID().setString(id))
    .setTimeStamp(`${Date.now()}0000`)
    .setState(states[state])
    .setIsAlive(alive)
    .setHttpEndPoint(new messages.EndPoint().setAddress('127.0.0.1').setPort(port));
}
