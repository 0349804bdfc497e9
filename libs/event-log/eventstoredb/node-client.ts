import { EventStoreDBClient } from '@eventstore/db-client';
import { GossipClient } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import type { Address } from './address.js';
import { askMembers, type Member } from './members.js';

/** The client of one node. Choosing the node is not its task: when the node fails, another client replaces this one (`Connection`). */
export class NodeClient extends EventStoreDBClient {
  /**
   * The client has two ways to append and asks the server which to use; this answers in the server's place: one call
   * each. The other way sends all appends down one shared call, and (in 6.2.1, tried):
   * - sends the deadline as a time of day, so a clock 10 s behind the server's fails every append;
   * - never gives up by itself when no answer comes, nor when the question "which way?" is not answered;
   * - keeps the appends of all clients of the process in one table: one broken connection fails the appends of all of
   *   them, and the answers that then arrive end the process with an unhandled rejection.
   * One call each costs about twice the CPU of the shared call.
   */
  protected override supports = async (): Promise<boolean> => false;

  /** @param endpoint `host:port` */
  constructor(endpoint: string, { options, tls, login }: Address) {
    const { connectionName, keepAliveInterval, keepAliveTimeout } = options;
    const credentials = tls
      ? { rootCertificate: tls.ca ?? undefined, userKeyFile: tls.key ?? undefined, userCertFile: tls.certificate ?? undefined }
      : { insecure: true };
    super({ endpoint, connectionName, keepAliveInterval, keepAliveTimeout }, credentials, login ?? undefined);
  }

  /** The cluster as this node sees it, over the same connection as reads and appends. @throws ServiceError */
  members(deadlineMs: number): Promise<Member[]> {
    return this.execute(GossipClient, 'members', (client) => askMembers(client, ...this.callArguments({ deadline: deadlineMs })));
  }

  /** As the server says it, e.g. "24.10.0"; "unknown" for a server that cannot say. */
  async serverVersion(): Promise<string> {
    return (await this.capabilities).serverVersion;
  }

  /**
   * No new call goes to the node. Calls in flight continue until they are answered or the connection ends: an append is
   * never cancelled (decision 12).
   */
  async abandon(): Promise<void> {
    (await this.getChannel()).close();
  }
}
