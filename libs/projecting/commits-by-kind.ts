import type { EventLogReader, RecordedEvent } from '@tenure/event-log';
import type { Checkpoint, ReadStore } from '@tenure/read-store';
import { groupByKey } from './events-by-key.js';
import type { LiveView, Verification } from './live-view.js';
import { byKind, type ProjectedKind } from './projected-kind.js';
import { ViewCommits } from './view-commits.js';

/**
 * Writes what a page of the log changes in views of several kinds, one kind after the other: each view is given the events of its own. What
 * fails between two kinds leaves the others where they were, behind, from where they go on.
 */
export class CommitsByKind {
  readonly #commits = new Map<string, ViewCommits>();

  constructor(
    private readonly store: ReadStore,
    private readonly log: Pick<EventLogReader, 'readStream'>,
    private readonly now: () => number,
  ) {}

  async apply(views: readonly LiveView[], page: readonly RecordedEvent[], checkpoint: Checkpoint, verification: Verification): Promise<void> {
    for (const [kind, group] of byKind(views, ({ projection }) => projection.of)) {
      await this.#of(kind).apply(group, groupByKey(kind, page), checkpoint, verification);
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
