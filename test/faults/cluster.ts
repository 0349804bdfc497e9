import { Client } from '../engine/client.js';
import { apiKey } from '../engine/tenure-program.js';
import { ClusterClient } from './cluster-client.js';
import { type Role, RoleProcess } from './role-process.js';
import type { Servers } from './servers.js';
import { until } from './until.js';

export const PARTITIONS = 4;

interface ProjectionStatus {
  readonly projection: string;
  readonly position: string | null;
  readonly lagMs: number;
}

export interface ClusterStatus {
  readonly log: { readonly position: string | null };
  readonly relay: { readonly publication: string | null; readonly position: string | null; readonly holder: string | null };
  readonly projections: readonly ProjectionStatus[];
}

/** An engine of the distributed profile: each role in a process of its own, on shared servers. */
export class Cluster {
  readonly #roles: RoleProcess[] = [];
  readonly #ends: Array<() => void> = [];

  constructor(
    readonly namespace: string,
    readonly servers: Servers,
    private readonly given: Readonly<Record<string, string>> = {},
  ) {}

  /** `environment`: added to that of every role. */
  static async start(
    namespace: string,
    servers: Servers,
    roles: readonly Role[] = ['relay', 'projector', 'command-api', 'query-api'],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<Cluster> {
    const cluster = new Cluster(namespace, servers, environment);
    try {
      await Promise.all(roles.map((role) => cluster.add(role)));
      return cluster;
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  /** The environment of every role. */
  get environment(): Record<string, string> {
    const { eventstoredb, kafka, mongodb } = this.servers;
    return {
      EVENTSTOREDB_URL: eventstoredb.url,
      KAFKA_BROKERS: kafka.brokers.join(','),
      MONGODB_URL: mongodb.url,
      TENURE_NAMESPACE: this.namespace,
      TENURE_PARTITIONS: String(PARTITIONS),
      TENURE_API_KEY: apiKey,
      ...this.given,
    };
  }

  /** One more process of a role; `environment` is added to that of every role. */
  async add(role: Role, environment: Readonly<Record<string, string>> = {}): Promise<RoleProcess> {
    const added = new RoleProcess(role, { ...this.environment, ...environment });
    this.#roles.push(added);
    await added.start();
    return added;
  }

  /** The process of a role that has one. */
  role(role: Role): RoleProcess {
    return this.#roles.find((each) => each.role === role)!;
  }

  /** All running processes of a role. */
  all(role: Role): RoleProcess[] {
    return this.#roles.filter((each) => each.role === role && each.runs);
  }

  get client(): ClusterClient {
    return new ClusterClient(this.role('command-api').url, this.role('query-api').url, apiKey);
  }

  status(): Promise<ClusterStatus> {
    return this.client.get<ClusterStatus & Record<string, unknown>>('/v1/status');
  }

  /** The status of the first process of a role. */
  async statusOf(role: Role): Promise<unknown> {
    return (await new Client(this.role(role).url, apiKey).ask('/v1/status')).json();
  }

  /** Resolves when every read model has taken in every event of the log. */
  async atHead(): Promise<void> {
    await until(async () => {
      const { log, projections } = await this.status();
      return projections.length > 0 && projections.every(({ position, lagMs }) => position === log.position && lagMs === 0);
    }, this.story('The read models do not come to the head of the log'));
  }

  /** Context of a failed story: the status of every role, and what its process last wrote to stderr. */
  story(failure: string): () => Promise<string> {
    return async () => {
      const told = this.#roles.map(async ({ role, runs, url, said }) => {
        const status = runs && role !== 'command-api' ? (await new Client(url, apiKey).ask('/v1/status')).text : 'does not run';
        return `--- ${role}: ${status}\n${said.slice(-3_000)}`;
      });
      return [failure, ...(await Promise.all(told))].join('\n');
    };
  }

  /** Called before the processes end. */
  beforeStop(end: () => void): void {
    this.#ends.push(end);
  }

  async stop(): Promise<void> {
    for (const end of this.#ends.splice(0)) end();
    await Promise.all(this.#roles.map((role) => role.kill()));
  }
}
