import { randomUUID } from 'node:crypto';
import type { EventLogReader } from '@tenure/event-log';
import type { RebuildStatus } from '@tenure/http/ports';
import { BadQuery, type CheckResult, NotFound } from '@tenure/projecting';
import type { ProjectorStatus } from './projector.worker.js';
import type { Threads } from './threads.js';

type Run = { -readonly [Field in keyof RebuildStatus]: RebuildStatus[Field] };

const LOOK_AGAIN_MS = 50;
/** Finished runs that can still be asked about. */
const REMEMBERED = 20;

/** Rebuilds and checks asked for over HTTP: each is started, looked at until it is done, and remembered for a while. */
export class RebuildRuns {
  readonly #runs = new Map<string, Run>();

  constructor(
    private readonly threads: Threads,
    private readonly log: EventLogReader,
    private readonly projections: readonly string[],
  ) {}

  async start({ projection, check }: { readonly projection: string | null; readonly check: boolean }): Promise<RebuildStatus> {
    if (projection !== null && !this.projections.includes(projection)) {
      throw new NotFound('projection-unknown', `There is no projection "${projection}". There are: ${this.projections.join(', ')}.`);
    }
    if (!check && [...this.#runs.values()].some((run) => run.state === 'running' && !run.check)) {
      throw new BadQuery('projection', 'rebuild-running', 'A rebuild is running already. Wait for it, or cancel it.');
    }
    const totalEvents = (await this.log.countAfter(null)) ?? 0;
    const run: Run = { id: randomUUID(), projection, check, state: 'running', events: 0, totalEvents, etaSeconds: null, startedAt: Date.now() };
    this.#remember(run);
    const names = projection === null ? null : [projection];
    void (check ? this.#check(run, names) : this.#rebuild(run, names));
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
    if (state === 'running' && (await this.threads.projector.call<boolean>('cancelRebuild'))) this.#runs.get(id)!.state = 'cancelled';
    return this.get(id);
  }

  async #check(run: Run, names: readonly string[] | null): Promise<void> {
    try {
      const auditor = await this.threads.auditor();
      const { identical, digest, events, seconds, eventsPerSecond, projections } = await auditor.call<CheckResult>('check', names);
      const differing = projections.filter((each) => !each.identical).map((each) => each.projection);
      const reason = identical ? undefined : `These read models differ from the log: ${differing.join(', ')}. Rebuild them.`;
      Object.assign(run, { state: 'done', events, etaSeconds: 0, reason, result: { identical, digest, events, seconds, eventsPerSecond } });
    } catch (error) {
      fail(run, error);
    }
  }

  async #rebuild(run: Run, names: readonly string[] | null): Promise<void> {
    try {
      await this.threads.projector.call('rebuild', names);
      while (run.state === 'running') {
        const { rebuilding, projections, failure } = await this.threads.projector.call<ProjectorStatus>('status');
        const progress = projections.find(({ building }) => building)?.building;
        if (progress) run.events = progress.events;
        const seconds = (Date.now() - run.startedAt) / 1000;
        run.etaSeconds = run.events > 0 ? Math.max(0, (seconds / run.events) * (run.totalEvents - run.events)) : null;
        run.reason = failure ?? undefined;
        if (!rebuilding) {
          const events = run.totalEvents;
          Object.assign(run, { state: 'done', events, etaSeconds: 0, result: { events, seconds, eventsPerSecond: Math.round(events / seconds) } });
        } else {
          await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
        }
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

function fail(run: Run, error: unknown): void {
  run.state = 'failed';
  run.reason = error instanceof Error ? error.message : String(error);
}
