import type { EventStoreDBClient, ResolvedEvent, StreamingRead } from '@eventstore/db-client';
import { LogUnavailable } from '../errors.js';
import { type Address, endpointName, parseAddress } from './address.js';
import { findLeader } from './find-leader.js';
import { leaderOf, type Member } from './members.js';
import { Node } from './node.js';
import { readPage } from './read-page.js';
import { troubleOf } from './server-errors.js';
import type { KnownSettings } from './settings.js';

/** The node in use, for every operation of the log: when one is left, the next leader replaces it. */
export class Connection {
  readonly address: Address;
  #node: Promise<Node> | null = null;
  #members: readonly Member[] = [];
  readonly #closing = new AbortController();

  /** @throws LogRefused when the address is malformed */
  constructor(readonly settings: KnownSettings) {
    this.address = parseAddress(settings.url);
  }

  get name(): string {
    return this.address.name;
  }

  /** The nodes as they were last seen; none before the first look, or where a server does not say. */
  get members(): readonly Member[] {
    return this.#members;
  }

  /** @throws LogUnavailable when no node leads, or after `close` */
  async node(): Promise<Node> {
    if (this.#closing.signal.aborted) throw new LogUnavailable('closed', 'not-appended', 'The log is closed.');
    this.#node ??= this.#find();
    return this.#node;
  }

  /** One page, in time or not at all. In a cluster, a read that a node did not live to answer is asked of the next node. */
  async page<Event extends ResolvedEvent>(reading: (client: EventStoreDBClient) => StreamingRead<Event>): Promise<Event[]> {
    const node = await this.node();
    try {
      return await this.#pageOf(node, reading);
    } catch (error) {
      this.failed(node, error);
      if (!this.address.isCluster || !node.left.aborted || this.#closing.signal.aborted) throw error;
      return this.#pageOf(await this.node(), reading);
    }
  }

  /** Called after an operation failed: decides whether the failure shows that another node has to be found. */
  failed(node: Node, error: unknown): void {
    const trouble = troubleOf(error);
    if (this.address.isCluster && (trouble === 'unreachable' || trouble === 'not-leader')) node.leave(`has failed: ${(error as Error).message}`);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    // A connection that was never found need not be closed.
    const node = await this.#node?.catch(() => null);
    await node?.close();
  }

  async #pageOf<Event extends ResolvedEvent>(node: Node, reading: (client: EventStoreDBClient) => StreamingRead<Event>): Promise<Event[]> {
    const events = await readPage(reading(node.client), this.settings.deadlineMs, node.left);
    node.answered();
    return events;
  }

  async #find(): Promise<Node> {
    try {
      const endpoint = this.address.isCluster ? await this.#findLeader() : endpointName(this.address.hosts[0]!);
      return new Node(endpoint, this.address, {
        saw: (members) => {
          this.#members = members;
        },
        left: (why) => {
          this.#node = null;
          this.settings.told(
            'warn',
            `EventStoreDB's node ${endpoint} ${why}: it is left for ${this.address.isCluster ? 'the one that leads now' : 'a new connection'}.`,
          );
        },
      });
    } catch (error) {
      this.#node = null;
      throw error;
    }
  }

  async #findLeader(): Promise<string> {
    const known = this.#members.map(({ address }) => address);
    const { leader, members } = await findLeader(this.address, known, this.settings.deadlineMs, this.#closing.signal);
    const before = leaderOf(this.#members);
    this.#members = members;
    if (leader !== before)
      this.settings.told(before === null ? 'info' : 'warn', `EventStoreDB is led by ${leader}, of ${members.map(({ address }) => address).join(', ')}.`);
    return leader;
  }
}
