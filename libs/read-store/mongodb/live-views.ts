import type { View } from '../read-store.js';
import type { ViewRecords } from './view-records.js';

/** A replaced view can be read for a minute more, so learning of the switch a moment later does no harm. */
const KNOWN_FOR_MS = 100;

/** Which views are live, looked up a few times a second however many readers there are. */
export class LiveViews {
  #known: Promise<View[]> | null = null;
  #askedAt = 0;

  constructor(private readonly records: Pick<ViewRecords, 'all'>) {}

  async of(projection: string): Promise<View | null> {
    return (await this.#all()).find((view) => view.live && view.projection === projection) ?? null;
  }

  forget(): void {
    this.#known = null;
  }

  #all(): Promise<View[]> {
    if (this.#known && performance.now() - this.#askedAt <= KNOWN_FOR_MS) return this.#known;
    const asking = this.records.all();
    this.#known = asking;
    this.#askedAt = performance.now();
    asking.catch(() => this.forget());
    return asking;
  }
}
