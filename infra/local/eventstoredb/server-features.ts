import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';

/** The version whose behaviour the stand-in follows. */
const VERSION = '24.10.0';
const METHODS = ['read', 'append', 'delete', 'tombstone', 'batchappend'];

export function getSupportedMethods(_call: ServerUnaryCall<Empty, SupportedMethods>, answer: sendUnaryData<SupportedMethods>): void {
  const methods = METHODS.map((name) => new features.SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(name));
  answer(null, new features.SupportedMethods().setEventStoreServerVersion(VERSION).setMethodsList(methods));
}
