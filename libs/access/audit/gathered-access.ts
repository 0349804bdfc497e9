import type { AccessEntry, AccessRecord } from './access-entry.js';

const MINUTE_MS = 60_000;
/** Bounds memory however many addresses guess keys at once: further ones in the same minute are counted together. */
const MOST_RECORDS = 1_000;
/** A record with this many subjects is closed and another begun, so that no customer whose data was seen is left out. */
const MOST_SUBJECTS = 100;
const MOST_ROUTES = 20;

interface Growing extends AccessRecord {
  readonly what: string[];
  readonly subjects: string[];
  count: number;
  until: number;
}

/** Gathers entries into one record for each minute, kind, outcome, actor and address. A single entry is a record of its own. */
export class GatheredAccess {
  readonly #growing = new Map<string, Growing>();
  #whole: AccessRecord[] = [];

  /** True when the entry began a new record: nothing like it happened in this minute. */
  add(entry: AccessEntry, now: number): boolean {
    if (isAloneInRecord(entry)) {
      this.#whole.push(recordOf(entry, entry.address, now));
      return true;
    }
    const key = keyOf(entry, entry.address, now);
    const known = this.#growing.get(key);
    if (known) return this.#join(key, known, entry, now);
    const isRoom = this.#growing.size < MOST_RECORDS;
    const shared = isRoom ? key : keyOf(entry, null, now);
    const others = this.#growing.get(shared);
    if (others) return this.#join(shared, others, entry, now);
    this.#growing.set(shared, recordOf(entry, isRoom ? entry.address : null, now));
    return true;
  }

  /** Hands out each record once its minute is over; `all` includes the running minute. */
  take(now: number, all = false): AccessRecord[] {
    for (const [key, record] of this.#growing) {
      if (!all && minuteOf(record.since) === minuteOf(now)) continue;
      this.#whole.push(record);
      this.#growing.delete(key);
    }
    return this.#whole.splice(0);
  }

  /** The records of the running minute so far, and those not taken yet. */
  pending(): AccessRecord[] {
    return [...this.#whole, ...this.#growing.values()];
  }

  #join(key: string, record: Growing, { what, subject }: AccessEntry, now: number): boolean {
    record.count += 1;
    record.until = now;
    if (record.what.length < MOST_ROUTES && !record.what.includes(what)) record.what.push(what);
    if (subject !== null && !record.subjects.includes(subject)) record.subjects.push(subject);
    if (record.subjects.length === MOST_SUBJECTS) {
      this.#whole.push(record);
      this.#growing.delete(key);
    }
    return false;
  }
}

/** A failed login has no known actor, and its route says little: one record for each address. */
function keyOf({ kind, outcome, actor }: AccessEntry, address: string | null, now: number): string {
  return JSON.stringify([minuteOf(now), kind, outcome, actor, address]);
}

function isAloneInRecord({ kind, outcome }: AccessEntry): boolean {
  return outcome !== 'refused' && (kind === 'key' || kind === 'export' || kind === 'import');
}

function recordOf({ kind, outcome, actor, what, subject }: AccessEntry, address: string | null, now: number): Growing {
  return { kind, outcome, actor, address, what: [what], subjects: subject === null ? [] : [subject], count: 1, since: now, until: now };
}

const minuteOf = (time: number): number => Math.floor(time / MINUTE_MS);
