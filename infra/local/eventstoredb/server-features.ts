import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import { type ServerUnaryCall, type sendUnaryData, status } from '@grpc/grpc-js';
import type { ServerState } from './server-state.js';

const METHODS = ['read', 'append', 'delete', 'tombstone', 'batchappend'];

export function getSupportedMethods({ faults }: ServerState, _call: ServerUnaryCall<Empty, SupportedMethods>, answer: sendUnaryData<SupportedMethods>): void {
  if (faults.version === null) {
    answer({ code: status.UNIMPLEMENTED, details: 'The server does not implement this method' });
    return;
  }
  const methods = METHODS.map((name) => new features.SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(name));
  answer(null, new features.SupportedMethods().setEventStoreServerVersion(faults.version).setMethodsList(methods));
}
