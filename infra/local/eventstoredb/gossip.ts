import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import messages from '@eventstore/db-client/generated/gossip_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';

/** A cluster of one node, which leads it. */
export function gossip(port: () => number) {
  const id = new shared.UUID().setString('00000000-0000-4000-8000-000000000001');
  return (_call: ServerUnaryCall<Empty, ClusterInfo>, answer: sendUnaryData<ClusterInfo>): void => {
    const member = new messages.MemberInfo()
      .setInstanceId(id)
      .setTimeStamp(`${Date.now()}0000`)
      .setState(messages.MemberInfo.VNodeState.LEADER)
      .setIsAlive(true)
      .setHttpEndPoint(new messages.EndPoint().setAddress('127.0.0.1').setPort(port()));
    answer(null, new messages.ClusterInfo().setMembersList([member]));
  };
}
