import type { Client } from '../engine/client.js';
import type { SeededRandom } from '../engine/seeded-random.js';
import type { Acknowledgements, SentCommand } from './acknowledgements.js';

type Draft = Pick<SentCommand, 'name' | 'customerId' | 'key' | 'body' | 'expectedRevision'>;

const OCCURRED_AT = '2026-01-01T00:00:00Z';

export interface WritersOptions {
  readonly pauseMs?: number;
  readonly firstNumber?: number;
  /** New customers come all the time, with details: each needs a key. */
  readonly newcomers?: boolean;
}

/** Statuses that mean "send it again": the outcome is unknown, or nothing was recorded. */
const unsettled = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Clients that write without pause. Each has customers of its own, and all share a few, so that their commands conflict. When the engine
 * goes away they wait for the next one, and send every unanswered command again, with the same key.
 */
export class Writers {
  #client: Client | null = null;
  #wake: () => void = () => undefined;
  #up = new Promise<void>((resolve) => (this.#wake = resolve));
  #stopped = false;
  #number = 0;
  readonly #underWay = new Set<Promise<boolean>>();
  readonly #registered = new Set<string>();
  readonly #running: Promise<void>[];

  constructor(
    private readonly ledger: Acknowledgements,
    private readonly random: SeededRandom,
    count: number,
    private readonly options: WritersOptions = {},
  ) {
    this.#number = options.firstNumber ?? 0;
    this.#running = Array.from({ length: count }, (_, writer) => this.#write(writer));
  }

  /** Number of the last command made; the next writers begin after it. */
  get lastNumber(): number {
    return this.#number;
  }

  connect(client: Client): void {
    this.#client = client;
    this.#wake();
  }

  /** Nothing is sent from now on. */
  disconnect(): void {
    if (this.#client !== null) this.#up = new Promise((resolve) => (this.#wake = resolve));
    this.#client = null;
  }

  /** Resolves when every command in progress has been answered, or has failed. */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  /** Each writer finishes its current command; then every command of the ledger is settled. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#running);
  }

  async #write(writer: number): Promise<void> {
    const own = [`own-${writer}-a`, `own-${writer}-b`, 'shared-1', 'shared-2'];
    const settled: SentCommand[] = [];
    while (!this.#stopped) {
      const customerId = this.random.pick(own);
      const command = this.ledger.send(this.#draft(customerId, settled));
      await this.#settle(command);
      if (command.outcome.kind === 'accepted') settled.push(command);
      if (command.name === 'RegisterCustomer') this.#registered.add(customerId);
      // A late retry, as by a client that has lost its own notes.
      if (settled.length > 0 && this.random.chance(0.1)) await this.#attempt(this.random.pick(settled));
      if (this.options.pauseMs !== undefined) await new Promise((resolve) => setTimeout(resolve, this.options.pauseMs));
    }
  }

  #draft(customerId: string, settled: readonly SentCommand[]): Draft {
    const number = ++this.#number;
    const [key, occurredAt] = [keyOf(number), OCCURRED_AT];
    const known = settled.filter((each) => each.customerId === customerId);
    const purchase = { customerId, orderId: `o-${number}`, occurredAt, amount: { minor: 1 + this.random.below(100_000), currency: 'EUR' } };
    if (!this.#registered.has(customerId)) return registration(customerId, number, {});
    const chosen = this.random.next();
    const purchases = known.filter(({ name }) => name === 'RecordPurchase');
    const earlier = purchases.length > 0 ? this.random.pick(purchases) : null;
    if (earlier && chosen < 0.1)
      return {
        name: 'RecordReturn',
        customerId,
        key,
        body: { customerId, orderId: earlier.body['orderId'], returnId: `r-${number}`, occurredAt, amount: { minor: 1, currency: 'EUR' } },
      };
    // Another command under a used key, and another amount under a used order: both must be refused.
    if (earlier && chosen < 0.15) return { name: 'RecordPurchase', customerId, key: earlier.key, body: purchase };
    if (earlier && chosen < 0.2)
      return { name: 'RecordPurchase', customerId, key, body: { ...purchase, orderId: earlier.body['orderId'], amount: { minor: 100_001, currency: 'EUR' } } };
    // Of two commands that name the same revision at most one may succeed.
    if (earlier && chosen < 0.3) return { name: 'RecordPurchase', customerId, key, body: purchase, expectedRevision: Math.max(...known.map(revisionOf)) };
    if (chosen < 0.4) return { name: 'RecordVisit', customerId, key, body: { customerId, visitId: `v-${number}`, occurredAt } };
    if (this.options.newcomers && chosen < 0.6)
      return registration(`new-${number}`, number, { personal: { name: `Person ${number}`, email: `person.${number}@example.com` } });
    return { name: 'RecordPurchase', customerId, key, body: purchase };
  }

  async #settle(command: SentCommand): Promise<void> {
    while (!(await this.#attempt(command)));
  }

  /** False while its outcome is unknown. */
  async #attempt(command: SentCommand): Promise<boolean> {
    await this.#up;
    const client = this.#client;
    if (!client) return false;
    const attempt = this.#ask(client, command);
    this.#underWay.add(attempt);
    return attempt.finally(() => this.#underWay.delete(attempt));
  }

  async #ask(client: Client, command: SentCommand): Promise<boolean> {
    const { name, body, key, expectedRevision: revision } = command;
    try {
      const answer = await client.send(name, body, { key, revision });
      if (unsettled.has(answer.status)) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        return false;
      }
      if (answer.status < 300) this.ledger.accept(command, answer.json());
      else this.ledger.refuse(command, answer.status, answer.json<{ code: string }>().code);
      return true;
    } catch {
      // The engine was killed meanwhile: no answer, or half of one.
      await new Promise((resolve) => setTimeout(resolve, 5));
      return false;
    }
  }
}

function registration(customerId: string, number: number, details: object): Draft {
  const body = { customerId, occurredAt: OCCURRED_AT, party: 'person', ...details, attributes: { writer: number } };
  return { name: 'RegisterCustomer', customerId, key: keyOf(number), body };
}

const keyOf = (number: number) => `k-${number}`;

function revisionOf({ outcome }: SentCommand): number {
  return outcome.kind === 'accepted' ? outcome.accepted.revision : -1;
}
