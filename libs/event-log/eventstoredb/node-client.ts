import { EventStoreDBClient } from '@eventstore/db-client';
import { GossipClient } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import type { Address } from './address.js';
import { askMembers, type Member } from './members.js';

/** The client of one node. Which node that is, is not its business: one that fails is left for another client (`Connection`). */
export class NodeClient extends EventStoreDBClient {
  /**
   * The client has two ways to append and asks the server which to take; this answers for the server: one call each.
   * Its other way sends all appends down one shared call, and (in 6.2.1, tried):
   * - sends the deadline as a time of day, so a clock 10 s behind the server's fails every append;
   * - never gives up by itself when no answer comes, nor when the question "which way?" is not answered;
   * - keeps the appends of all clients of the process in one table: one broken connection fails everybody's, and the
   *   answers that then come in end the process with an unhandled rejection.
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

  /** The cluster as this node sees it, over the connection that reads and appends take. @throws ServiceError */
  members(deadlineMs: number): Promise<Member[]> {
    return this.execute(GossipClient, 'members', (client) => askMembers(client, ...this.callArguments({ deadline: deadlineMs })));
  }

  /** As the server says it, e.g. "24.10.0"; "unknown" of one that cannot say. */
  async serverVersion(): Promise<string> {
    return (await this.capabilities).serverVersion;
  }

  /**
   * No new call goes to the node. What is under way goes on until it is answered or its connection ends: an append is never
   * cancelled (decision 12).
   */
  async abandon(): Promise<void> {
    (await this.getChannel()).close();
  }
}
