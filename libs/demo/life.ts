import type { Command } from '@tenure/commanding';
import type { Agenda } from './agenda.js';
import type { Plan } from './company.js';
import type { Person } from './people.js';
import type { Random } from './random.js';

export const hour = 3_600_000;
export const day = 24 * hour;

/** The turning points of the story, epoch milliseconds. */
export interface Plot {
  readonly from: number;
  readonly until: number;
  /** When the commands are carried out. */
  readonly now: number;
  readonly badBatch: { readonly from: number; readonly to: number };
  readonly winBack: number;
}

/** An act of a customer, or an event that befalls one. It may add more to the world's agenda. */
export type Act = (world: World, life: Life, at: number) => void;

/** One customer: its traits, and its current state. */
export interface Life {
  readonly customerId: string;
  readonly random: Random;
  readonly person: Person;
  /** Mean time between purchases, while the customer is active. */
  readonly gap: number;
  /** Mean amount of a purchase, in minor units. */
  readonly spend: number;
  /** Probability of leaving in silence after a purchase. */
  dropOut: number;
  /** When it left, or null while it stays. */
  left: number | null;
  closed: boolean;
  /** Counts the times it began to buy: plans from before it left are void after it returns. */
  chapter: number;
  openComplaints: number;
  subscription: { readonly id: string; readonly startedAt: number; readonly renewals: number; readonly plan: Plan } | null;
  /** How many of each thing it has had, for numbering them. */
  readonly counts: Record<string, number>;
}

export class World {
  readonly #out: Command[] = [];
  #sent = 0;
  readonly #sentOnce = new Set<string>();

  constructor(
    readonly plot: Plot,
    private readonly agenda: Agenda<{ life: Life; act: Act }>,
    private readonly seed: number,
  ) {}

  /** Plans an act; one beyond the end of the story never happens. */
  later(life: Life, at: number, act: Act): void {
    if (at < this.plot.until) this.agenda.add(Math.floor(at / 1000) * 1000, { life, act });
  }

  /** Sends a command about a customer that happens now. */
  send(life: Life, name: string, at: number, fields: object = {}): void {
    this.#sent += 1;
    this.#push(life, name, `demo-${this.seed}-${this.#sent}`, { occurredAt: new Date(at).toISOString(), ...fields });
  }

  /** Sends a command that a customer gives cause for at most once; the numbers of the other commands stay as they are. */
  sendOnce(life: Life, name: string, fields: object): void {
    this.#sentOnce.add(onceId(life, name));
    this.#push(life, name, `demo-${this.seed}-${onceId(life, name)}`, fields);
  }

  hasSentOnce(life: Life, name: string): boolean {
    return this.#sentOnce.has(onceId(life, name));
  }

  #push({ customerId }: Life, name: string, id: string, fields: object): void {
    this.#out.push({ name, customerId, id, data: { customerId, ...fields }, actor: 'demo' });
  }

  /** The commands sent since the last call. */
  takeSent(): Command[] {
    return this.#out.splice(0);
  }
}

const onceId = ({ customerId }: Life, name: string): string => `${name}-${customerId}`;

/** `O-C00017-3`: the customer's third order. */
export function number(life: Life, letter: string): string {
  const count = (life.counts[letter] ?? 0) + 1;
  life.counts[letter] = count;
  return `${letter}-${life.customerId}-${count}`;
}
