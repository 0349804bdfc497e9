import { randomUUID } from 'node:crypto';
import { diskSentence, type EventLogReader } from '@tenure/event-log';
import { BadQuery, NotFound } from '@tenure/querying';
import type { CheckedLog } from './checked-log.js';
import { possibleTampering } from './possible-tampering.js';
import type { RebuildStatus } from './rebuild-status.js';

type Run = { -readonly [Field in keyof RebuildStatus]: RebuildStatus[Field] };

const LOOK_AGAIN_MS = 50;
/** How many finished runs can still be asked about. */
const REMEMBERED = 20;

/** Builds read models beside the live ones. */
export interface Rebuilder {
  start(names: readonly string[]): Promise<void>;
  /** `events`: folded so far; null where that is not counted. */
  look(): Promise<{ readonly running: boolean; readonly events: number | null; readonly failure: string | null }>;
  /** False when nothing was running. */
  cancel(): Promise<boolean>;
}

/** Rebuilds in a separate place and compares. */
export type Checker = (names: readonly string[] | null) => Promise<CheckedLog>;

/** Rebuilds and checks requested over HTTP: each is started, observed until it is done, and remembered for a while. */
export class RebuildRuns {
  readonly #runs = new Map<string, Run>();

  constructor(
    private readonly rebuilder: Rebuilder,
    private readonly checker: Checker,
    private readonly log: Pick<EventLogReader, 'countAfter'>,
    private readonly projections: readonly string[],
  ) {}

  async start({ projection, check }: { readonly projection: string | null; readonly check: boolean }): Promise<RebuildStatus> {
    if (projection !== null && !this.projections.includes(projection)) {
      throw new NotFound('projection-unknown', `There is no projection "${projection}". There are: ${this.projections.join(', ')}.`);
    }
    if (!check && [...this.#runs.values()].some((run) => run.state === 'running' && !run.check)) {
      throw new BadQuery('projection', 'rebuild-running', 'A rebuild is running already. Wait for it, or cancel it.');
    }
    const totalEvents = await this.log.countAfter(null);
    const run: Run = {
      id: randomUUID(),
      projection,
      check,
      state: 'running',
      events: totalEvents === null ? null : 0,
      totalEvents,
      etaSeconds: null,
      startedAt: Date.now(),
    };
    this.#remember(run);
    const names = projection === null ? null : [projection];
    void (check ? this.#check(run, names) : this.#rebuild(run, names ?? this.projections));
    return { ...run };
  }

  get(id: string): RebuildStatus {
    const run = this.#runs.get(id);
    if (!run) throw new NotFound('rebuild-unknown', `There is no rebuild "${id}". The engine remembers the last ${REMEMBERED}, until it stops.`);
    return { ...run };
  }

  async cancel(id: string): Promise<RebuildStatus> {
    const { check, state } = this.get(id);
    if (check) throw new BadQuery('id', 'not-cancellable', 'A check changes nothing and cannot be cancelled; let it finish.');
    // A caller that looks in between finds it dropped.
    if (state === 'running' && (await this.rebuilder.cancel())) Object.assign(this.#runs.get(id)!, { state: 'cancelled', reason: undefined });
    return this.get(id);
  }

  async #check(run: Run, names: readonly string[] | null): Promise<void> {
    try {
      const { verified, identical, digest, events, seconds, eventsPerSecond, projections } = await this.checker(names);
      const reason = identical ? undefined : possibleTampering(projections, verified.unchecked);
      const differences = projections.flatMap((each) => each.differences);
      Object.assign(run, {
        state: 'done',
        events,
        etaSeconds: 0,
        reason,
        result: { identical, differences, verified, digest, events, seconds, eventsPerSecond },
      });
    } catch (error) {
      fail(run, error);
    }
  }

  async #rebuild(run: Run, names: readonly string[]): Promise<void> {
    try {
      await this.rebuilder.start(names);
      while (run.state === 'running') {
        const { running, events, failure } = await this.rebuilder.look();
        const seconds = (Date.now() - run.startedAt) / 1000;
        run.events = events ?? run.events;
        run.etaSeconds = run.events && run.totalEvents ? Math.max(0, (seconds / run.events) * (run.totalEvents - run.events)) : null;
        run.reason = failure ?? undefined;
        if (running) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
        else if (run.state === 'running') Object.assign(run, done(run, seconds));
      }
    } catch (error) {
      fail(run, error);
    }
  }

  #remember(run: Run): void {
    this.#runs.set(run.id, run);
    for (const [id, { state }] of this.#runs) {
      if (this.#runs.size <= REMEMBERED) return;
      if (state !== 'running') this.#runs.delete(id);
    }
  }
}

function done({ totalEvents: events }: Run, seconds: number): Partial<Run> {
  return { state: 'done', events, etaSeconds: 0, result: { events, seconds, eventsPerSecond: events === null ? null : Math.round(events / seconds) } };
}

function fail(run: Run, error: unknown): void {
  run.state = 'failed';
  run.reason = diskSentence(error, 'ask for it again') ?? (error instanceof Error ? error.message : String(error));
}
