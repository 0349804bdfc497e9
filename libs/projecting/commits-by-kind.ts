import type { EventLogReader, RecordedEvent } from '@tenure/event-log';
import type { Checkpoint, ReadStore } from '@tenure/read-store';
import { groupByKey, NO_EVENTS } from './events-by-key.js';
import type { LiveView, Verification } from './live-view.js';
import { byKind, type ProjectedKind } from './projected-kind.js';
import { ViewCommits } from './view-commits.js';
import { isRefusal } from './write-refused.js';

/**
 * Writes what a page of the log changes in views of several kinds, one kind after the other: each view receives the events of its own kind.
 * After a failure between two kinds, the kinds not yet written stay behind and resume from there. Kinds without an event in the page move in
 * the commit of the first kind that has one: most pages are one commit. If the store refuses that commit, they still move.
 */
export class CommitsByKind {
  readonly #commits = new Map<string, ViewCommits>();

  constructor(
    private readonly store: ReadStore,
    private readonly log: Pick<EventLogReader, 'readStream'>,
    private readonly now: () => number,
  ) {}

  async apply(views: readonly LiveView[], page: readonly RecordedEvent[], checkpoint: Checkpoint, verification: Verification): Promise<void> {
    const kinds = [...byKind(views, ({ projection }) => projection.of)].map(([kind, group]) => ({ kind, group, events: groupByKey(kind, page) }));
    const concerned = kinds.filter(({ events }) => events.size > 0);
    const written = concerned.length > 0 ? concerned : kinds.slice(0, 1);
    let others = kinds.filter((each) => !written.includes(each)).flatMap(({ group }) => group);
    for (const { kind, group, events } of written) {
      const commits = this.#of(kind);
      try {
        await commits.apply(group, events, checkpoint, verification, { others });
      } catch (error) {
        if (isRefusal(error) && others.length > 0) await commits.apply([], NO_EVENTS, checkpoint, verification, { others });
        throw error;
      }
      others = [];
    }
  }

  retry(view: LiveView, key: string): Promise<void> {
    return this.#of(view.projection.of).retry(view, key);
  }

  #of(kind: ProjectedKind): ViewCommits {
    const commits = this.#commits.get(kind.prefix) ?? new ViewCommits(kind, this.store, this.log, this.now);
    this.#commits.set(kind.prefix, commits);
    return commits;
  }
}
