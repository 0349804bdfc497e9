import type { SimulatedProcess } from '../kernel/simulated-process.js';
import type { World } from '../kernel/world.js';

export interface Generation {
  readonly number: number;
  readonly partitions: readonly number[];
}

/** For a member that was evicted while it joined: its first heartbeat tells it to join again. */
const NO_GENERATION: Generation = { number: -1, partitions: [] };
const PATIENCE_MS = 600;
const LOOK_FOR_SILENT_MS = 500;

/**
 * The coordinator of a consumer group. Any member that comes, goes or is evicted begins a new generation, which all members have to join. A member
 * that does not join in time is evicted, and may not know it.
 */
export class Group<Member extends { readonly process: SimulatedProcess }> {
  /** What members have committed. */
  readonly committed = new Map<number, number>();
  #members = new Set<Member>();
  readonly #joining = new Map<Member, (generation: Generation) => void>();
  #generation = 0;
  #forming = false;

  constructor(
    private readonly world: World,
    private readonly partitions: number,
  ) {
    this.#removeSilent();
  }

  get members(): readonly Member[] {
    return [...this.#members];
  }

  join(member: Member): Promise<Generation> {
    return new Promise((resolve) => {
      this.#members.add(member);
      this.#joining.set(member, resolve);
      this.rebalance();
      this.#formWhenAllAreThere();
    });
  }

  /** The member left, or is no longer heard of. */
  remove(member: Member): void {
    if (!this.#members.delete(member)) return;
    this.#joining.get(member)?.(NO_GENERATION);
    this.#joining.delete(member);
    if (this.#members.size === 0) return;
    this.rebalance();
    this.#formWhenAllAreThere();
  }

  rebalance(): void {
    if (this.#forming) return;
    this.#forming = true;
    const { outside } = this.world;
    const forming = this.#generation;
    this.world.after(outside, PATIENCE_MS, `the group waits no longer for generation ${forming + 1}`, () => {
      if (this.#generation === forming) this.#form();
    });
  }

  /** The answer to a heartbeat: null, or the error of Kafka's protocol. */
  verdict(member: Member, generation: number): { readonly type: string } | null {
    if (!this.#members.has(member)) return { type: 'UNKNOWN_MEMBER_ID' };
    if (this.#forming) return { type: 'REBALANCE_IN_PROGRESS' };
    return generation === this.#generation ? null : { type: 'ILLEGAL_GENERATION' };
  }

  /** Dead and paused members send no heartbeats. */
  #removeSilent(): void {
    for (const member of this.members) if (member.process.state !== 'running') this.remove(member);
    this.world.after(this.world.outside, LOOK_FOR_SILENT_MS, 'the group looks for silent members', () => this.#removeSilent());
  }

  #formWhenAllAreThere(): void {
    if ([...this.#members].every((member) => this.#joining.has(member))) this.#form();
  }

  #form(): void {
    const there = this.world.random.shuffled([...this.#joining]);
    this.#joining.clear();
    this.#members = new Set(there.map(([member]) => member));
    this.#generation += 1;
    this.#forming = false;
    there.forEach(([, joined], i) => {
      const partitions = Array.from({ length: this.partitions }, (_, n) => n).filter((n) => n % there.length === i);
      joined({ number: this.#generation, partitions });
    });
  }
}
