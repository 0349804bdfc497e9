import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { diskSentence, type EventLogReader } from '@tenure/event-log';
import { buildTo, type FoldedLog } from '@tenure/projecting';
import type { Checkpoint } from '@tenure/read-store';
import type { SqliteReadStore } from '@tenure/read-store/sqlite';
import { FairQueue } from '../fair-queue.js';
import type { ReadModel } from '../read-model.js';
import { PAST_FOLDER } from '../sweep-past.js';
import { Unavailable } from '../unavailable.js';
import { ScratchStore } from './scratch-store.js';

/** Read models as they were at a position. */
export interface PastState {
  readonly store: SqliteReadStore;
  readonly events: number;
}

/** A state in use. Call `leave` when done with it. */
export interface StateInUse {
  readonly state: PastState;
  readonly leave: () => Promise<void>;
}

export interface PastStatesParts {
  readonly readModels: readonly ReadModel[];
  readonly log: EventLogReader;
  /** The folder for built states. */
  readonly scratch: string;
  /** How much disk they may use together, in MiB (`TENURE_PAST_MEGABYTES`). */
  readonly megabytes: number;
}

interface Place {
  /** Null until it is built. */
  scratch: ScratchStore | null;
  users: number;
  /** Aborts when nobody waits for it any more before it is built. */
  readonly abandoned: AbortController;
  built: PastState | null;
  /** Whether it can be found by its position; otherwise it is disposed of with its last user. */
  kept: boolean;
  readonly ready: Promise<PastState>;
}

/** Building the past costs a pass over the log: the states of the last few requested moments are kept. */
const KEPT = 2;
const BUILDS = { of: 'builds', atOnce: 2, atOncePerKey: 2, waitingPerKey: 100, waiting: 100 };
const NOT_BUILT = 'the read models of that moment could not be built beside the present ones';

/** States of the past, each built once for all requests for it, two at a time, within the disk budget. */
export class PastStates {
  /** By position, the most recently requested at the end. */
  readonly #places = new Map<string, Place>();
  readonly #builds = new FairQueue(BUILDS);

  constructor(private readonly parts: PastStatesParts) {}

  /** Everything as it was at a checkpoint. @throws Unavailable; the reason of the signal */
  async at(checkpoint: Checkpoint | null, signal: AbortSignal): Promise<StateInUse> {
    const position = checkpoint?.position ?? '';
    const place = this.#places.get(position) ?? this.#begin(checkpoint, this.parts.log, true);
    this.#places.delete(position);
    this.#places.set(position, place);
    return this.#use(place, signal);
  }

  /** The state that a log with only some streams would give; not kept. */
  async alone(checkpoint: Checkpoint | null, log: FoldedLog, signal: AbortSignal): Promise<StateInUse> {
    return this.#use(this.#begin(checkpoint, log, false), signal);
  }

  async close(): Promise<void> {
    for (const place of this.#places.values()) {
      place.abandoned.abort();
      await place.ready.catch(() => undefined);
      await place.scratch?.remove();
    }
    this.#places.clear();
  }

  async #use(place: Place, signal: AbortSignal): Promise<StateInUse> {
    place.users += 1;
    const leave = () => this.#leave(place);
    try {
      return { state: await untilAborted(place.ready, signal), leave };
    } catch (error) {
      await leave();
      throw error;
    }
  }

  async #leave(place: Place): Promise<void> {
    place.users -= 1;
    if (place.users > 0) return;
    if (place.built === null) {
      this.#forget(place);
      place.abandoned.abort(new Unavailable('abandoned', 'Nobody waited for the build any more.'));
    } else if (!place.kept) await place.scratch?.remove();
    else await this.#evict(KEPT);
  }

  /** Disposes of unused states, the oldest first, until this many are left. */
  async #evict(most: number): Promise<void> {
    for (const [position, place] of this.#places) {
      if (this.#places.size <= most) return;
      if (place.users > 0 || place.built === null) continue;
      this.#places.delete(position);
      await place.scratch?.remove();
    }
  }

  #forget(place: Omit<Place, 'ready'>): void {
    place.kept = false;
    for (const [position, each] of this.#places) if (each === place) this.#places.delete(position);
  }

  #begin(checkpoint: Checkpoint | null, log: FoldedLog, kept: boolean): Place {
    const place = { scratch: null, users: 0, abandoned: new AbortController(), built: null, kept };
    const ready = this.#build(place, checkpoint, log);
    ready.catch(() => undefined); // reported to its users
    return Object.assign(place, { ready });
  }

  async #build(place: Omit<Place, 'ready'>, checkpoint: Checkpoint | null, log: FoldedLog): Promise<PastState> {
    const { signal } = place.abandoned;
    try {
      // The stream of one customer is folded without waiting.
      const leave = place.kept ? await this.#builds.enter({ key: 'past', signal }) : () => {};
      try {
        if (place.kept) await this.#evict(KEPT);
        place.scratch = ScratchStore.open(this.parts.scratch, PAST_FOLDER);
        const { store } = place.scratch;
        const projections = this.parts.readModels.map(({ projection }) => projection);
        const mayGoOn = () => {
          signal.throwIfAborted();
          this.#requireRoom();
        };
        const events = await buildTo(projections, checkpoint, log, store, mayGoOn);
        mayGoOn();
        place.built = { store, events };
        return place.built;
      } finally {
        leave();
      }
    } catch (error) {
      this.#forget(place);
      const { scratch } = place;
      place.scratch = null;
      await scratch?.remove();
      const ofDisk = diskSentence(error, 'ask again', NOT_BUILT);
      throw ofDisk === null ? error : new Unavailable('no-room-for-the-past', ofDisk, 60);
    }
  }

  #requireRoom(): void {
    const { scratch, megabytes } = this.parts;
    if (bytesBelow(scratch) <= megabytes * (1 << 20)) return;
    const detail = `More than ${megabytes} MiB would be needed (TENURE_PAST_MEGABYTES): ${NOT_BUILT}. Let it have more, or ask for fewer moments at once.`;
    throw new Unavailable('no-room-for-the-past', detail, 60);
  }
}

function bytesBelow(scratch: string): number {
  let bytes = 0;
  for (const name of readdirSync(scratch)) {
    if (!name.startsWith(PAST_FOLDER)) continue;
    for (const file of readdirSync(join(scratch, name))) bytes += statSync(join(scratch, name, file), { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes;
}

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
