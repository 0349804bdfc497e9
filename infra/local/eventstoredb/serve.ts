import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { append } from './append.js';
import { batchAppend } from './batch-append.js';
import { startControl } from './control.js';
import { deleteStream, tombstoneStream } from './delete.js';
import { noCalls, noFaults } from './faults.js';
import { gossip } from './gossip.js';
import type { ReadCall } from './outlet.js';
import { read } from './read.js';
import { getSupportedMethods } from './server-features.js';
import type { ServerState } from './server-state.js';
import { Store, systemEvent } from './store.js';
import { Subscriptions } from './subscriptions.js';

export interface RunningServer {
  readonly port: number;
  readonly controlUrl: string;
  close(): void;
}

const LARGEST_MESSAGE = 17 * 1024 * 1024;

/** PEM. */
export interface Certificate {
  readonly certificate: Buffer;
  readonly key: Buffer;
}

/** Serves the streams in `folder` on 127.0.0.1; port 0 takes a free one. Several may share a folder, as nodes of a cluster. */
export async function serve(folder: string, port: number, tls: Certificate | null = null): Promise<RunningServer> {
  const faults = noFaults();
  const clock = () => Date.now() + faults.clockOffsetMs;
  const subscriptions = new Subscriptions();
  const store = new Store(folder, clock);
  store.on('appended', () => subscriptions.emit('wake'));
  const state: ServerState = { store, faults, calls: noCalls(), subscriptions, port, clock };
  // Every start of a real node adds events to $all, and so do its statistics: a log never contains only the application's events.
  store.append('$epoch-information', 'any', [systemEvent('$epoch-information', { startedAt: clock() })]);
  store.setMetadata('$stats-127.0.0.1:2113', { $maxAge: 864_000 });

  const server = new Server({ 'grpc.max_receive_message_length': LARGEST_MESSAGE });
  server.addService(StreamsService, {
    read: (call: ReadCall) => {
      read(state, call).catch((error: Error) => call.emit('error', error));
    },
    append: append.bind(null, state),
    batchAppend: batchAppend.bind(null, state),
    delete: deleteStream.bind(null, state),
    tombstone: tombstoneStream.bind(null, state),
  });
  server.addService(ServerFeaturesService, { getSupportedMethods: getSupportedMethods.bind(null, state) });
  server.addService(GossipService, { read: gossip.bind(null, state) });
  const secrets = tls ? ServerCredentials.createSsl(null, [{ cert_chain: tls.certificate, private_key: tls.key }]) : ServerCredentials.createInsecure();
  state.port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, secrets, (error, given) => (error ? reject(error) : resolve(given)));
  });
  const control = await startControl(state);
  return {
    port: state.port,
    controlUrl: control.url,
    close: () => {
      server.forceShutdown();
      control.close();
      store.close();
    },
  };
}
