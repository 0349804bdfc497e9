import { randomBytes, randomUUID } from 'node:crypto';
import type { EventLog, Expectation, NewEvent } from '@tenure/event-log';
import { type LogSecret, type MonthSecrets, payloadHash } from '@tenure/log-secret';
import type { AccessEntry, AccessKind, AccessRecord } from './access-entry.js';
import { accessRecordedType, type StoredAccess, streamOfAccess } from './access-recorded.js';
import { AddressSeal } from './address-seal.js';
import { GatheredAccess } from './gathered-access.js';

export interface AccessAuditOptions {
  readonly log: Pick<EventLog, 'append'>;
  readonly secret: LogSecret;
  readonly secrets: MonthSecrets;
  /** For how many months addresses can be decrypted. */
  readonly months: number;
  /** Called for each line of the process log at once; for a failure that repeats, once a minute. */
  readonly said: (level: 'info' | 'warn', about: AccessEntry | AccessRecord, text: string) => void;
  /** Called once with the reason when nothing can be recorded for now. */
  readonly failed: (error: Error) => void;
  readonly now?: () => number;
}

const EVERY_MS = 1_000;
const DAY_MS = 86_400_000;
/** While the log refuses appends; entries beyond this are lost, and a line of the process log counts them. */
const MOST_WAITING = 10_000;
const APPENDED_TOGETHER = 500;
/** Anyone who may read the data folder needs no key: reads by the command line on the same machine are not worth recording. */
const owner = { actor: 'local', unrecorded: new Set<AccessKind>(['login', 'reveal']) };

/**
 * Who did what, from where, and with what outcome: written to the log of the process at once, and soon after as an event on a
 * stream of this process and day. No request waits for it.
 */
export class AccessAudit {
  readonly #options: AccessAuditOptions;
  readonly #now: () => number;
  readonly #seal: AddressSeal;
  readonly #gathered = new GatheredAccess();
  readonly #process = randomBytes(6).toString('hex');
  readonly #expected = new Map<string, Expectation>();
  readonly #timer: NodeJS.Timeout;
  #waiting: AccessRecord[] = [];
  #writing: Promise<void> | null = null;
  #failing = false;
  #forgottenAt = Number.NEGATIVE_INFINITY;

  constructor(options: AccessAuditOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#seal = new AddressSeal(options.secrets);
    this.#timer = setInterval(() => (this.#writing ??= this.#write(false)), EVERY_MS);
    this.#timer.unref();
  }

  record(entry: AccessEntry): void {
    if (entry.actor === owner.actor && owner.unrecorded.has(entry.kind)) return;
    const isNew = this.#gathered.add(entry, this.#now());
    if (isNew) this.#options.said(levelOf(entry), entry, `access: ${entry.kind} ${entry.outcome}`);
  }

  /** Records of this process that are not in the event log yet. */
  pending(): AccessRecord[] {
    return [...this.#waiting, ...this.#gathered.pending()];
  }

  /** The address of a recorded event; null when its secret was destroyed, or when it stands for too many addresses to tell apart. */
  async addressOf({ address }: StoredAccess): Promise<string | null> {
    return address === null ? null : this.#seal.open(address);
  }

  /** Records what is pending. If nothing can be recorded, only the log of the process has it. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#writing;
    if (!this.#failing) await this.#write(true);
  }

  async #write(all: boolean): Promise<void> {
    try {
      await this.#writeNow(all);
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) this.#options.failed(error as Error);
      this.#failing = true;
    } finally {
      this.#writing = null;
    }
  }

  async #writeNow(all: boolean): Promise<void> {
    const now = this.#now();
    for (const record of this.#gathered.take(now, all)) {
      if (record.count > 1) this.#options.said(levelOf(record), record, `access: ${record.kind} ${record.outcome}, ${record.count} times`);
      if (this.#waiting.length < MOST_WAITING) this.#waiting.push(record);
      else this.#options.said('warn', record, 'access: not recorded, the log takes nothing');
    }
    if (now - this.#forgottenAt > DAY_MS) {
      await this.#seal.forget(this.#options.months, now);
      this.#forgottenAt = now;
    }
    while (this.#waiting.length > 0) {
      const stream = streamOfAccess(this.#process, this.#waiting[0]!.since);
      const other = this.#waiting.findIndex(({ since }) => streamOfAccess(this.#process, since) !== stream);
      const batch = this.#waiting.slice(0, Math.min(other === -1 ? this.#waiting.length : other, APPENDED_TOGETHER));
      await this.#append(stream, await Promise.all(batch.map((record) => this.#eventOf(record))));
      this.#waiting.splice(0, batch.length);
    }
  }

  /** No other process writes this stream: a conflict means that an append of unknown outcome was recorded. */
  async #append(stream: string, events: readonly NewEvent[]): Promise<void> {
    const expected = this.#expected.get(stream) ?? 'no-stream';
    const before = expected === 'no-stream' ? -1 : expected;
    const result = await this.#options.log.append({ stream, expected, events });
    const last = result.outcome === 'appended' ? result.revision : result.actual;
    this.#expected.set(stream, last);
    if (result.outcome === 'conflict' && last !== before + events.length) return this.#append(stream, events);
  }

  async #eventOf({ address, since, ...record }: AccessRecord): Promise<NewEvent> {
    const data: StoredAccess = { ...record, address: address === null ? null : await this.#seal.seal(address, since) };
    const payload = payloadHash(await this.#options.secret.keyed(), accessRecordedType, data);
    const metadata = { commandId: randomUUID(), index: 0, of: 1, payloadHash: payload, actor: record.actor ?? 'nobody' };
    return { type: accessRecordedType, version: 1, occurredAt: since, data, metadata };
  }
}

/** Events that somebody should look at are warnings; the rest is for readers who want everything. */
function levelOf({ kind, outcome }: Pick<AccessEntry, 'kind' | 'outcome'>): 'info' | 'warn' {
  return kind === 'denial' || (kind === 'login' && outcome === 'refused') || (kind === 'key' && outcome === 'done') ? 'warn' : 'info';
}
