import type { Client } from '../engine/client.js';

interface Totals {
  readonly customers: number;
  readonly totals: readonly { readonly purchases: number }[];
}
interface CustomerList {
  readonly items: readonly { readonly customerId: string }[];
}

/** Clients that query repeatedly, and note every answer that contradicts an earlier one. */
export class Readers {
  readonly wrong: string[] = [];
  #answers = 0;
  #stopped = false;
  readonly #running: Promise<void>[];

  constructor(
    private readonly client: Client,
    count: number,
  ) {
    this.#running = Array.from({ length: count }, () => this.#read());
  }

  get answers(): number {
    return this.#answers;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#running);
  }

  async #read(): Promise<void> {
    const highest = new Map<string, number>();
    const seen = new Set<string>();
    while (!this.#stopped) {
      const totals = await this.#get<Totals>('/v1/totals');
      if (totals) {
        this.#grows(highest, 'the number of customers', totals.customers);
        this.#grows(highest, 'the number of purchases', totals.totals[0]?.purchases ?? 0);
      }
      const list = await this.#get<CustomerList>('/v1/customers?limit=1000');
      if (list) {
        const found = new Set(list.items.map(({ customerId }) => customerId));
        const missing = [...seen].filter((customerId) => !found.has(customerId));
        if (missing.length > 0) this.wrong.push(`the list had ${missing.length} of ${seen.size} customers no more: ${missing.slice(0, 3).join(', ')}`);
        for (const customerId of found) seen.add(customerId);
      }
      const [customerId] = seen;
      const file = customerId && (await this.#get<{ revision: number }>(`/v1/customers/${customerId}`));
      if (file) this.#grows(highest, `the revision of ${customerId}`, file.revision);
    }
  }

  #grows(highest: Map<string, number>, figure: string, value: number): void {
    const before = highest.get(figure) ?? 0;
    if (value < before) this.wrong.push(`${figure} went from ${before} to ${value}`);
    highest.set(figure, Math.max(before, value));
  }

  async #get<T>(path: string): Promise<T | null> {
    const answer = await this.client.ask(path);
    this.#answers += 1;
    if (answer.status === 200) return answer.json() as T;
    this.wrong.push(`${path} was answered ${answer.status}: ${answer.text.slice(0, 300)}`);
    return null;
  }
}
