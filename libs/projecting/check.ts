import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Checkpoint, ReadSnapshot, ReadStore } from '@tenure/read-store';
import { Build, type FoldedLog } from './build.js';
import { type Difference, differencesOf } from './difference.js';
import { digestView } from './digest.js';
import type { Projection } from './projection.js';

export interface ProjectionCheck {
  readonly projection: string;
  readonly identical: boolean;
  readonly live: string | null;
  readonly rebuilt: string;
  /** The first differences; empty when identical. */
  readonly differences: readonly Difference[];
}

export interface CheckResult {
  readonly identical: boolean;
  readonly digest: string;
  readonly events: number;
  readonly seconds: number;
  readonly eventsPerSecond: number;
  readonly projections: readonly ProjectionCheck[];
}

/** Limit for one read model. */
const MOST_DIFFERENCES = 20;

/**
 * Rebuilds the projections in `scratch` up to the position of `live` (one snapshot of the live store), and compares the
 * two, byte for byte. The live views may keep moving meanwhile.
 */
export async function checkRebuild(projections: readonly Projection[], live: ReadSnapshot, log: FoldedLog, scratch: ReadStore): Promise<CheckResult> {
  const started = performance.now();
  const checks: ProjectionCheck[] = [];
  let events = 0;
  for (const [checkpoint, group] of await byCheckpoint(projections, live)) {
    events = Math.max(events, await buildTo(group, checkpoint, log, scratch));
  }
  const rebuilt = await scratch.snapshot();
  try {
    for (const projection of projections) {
      const liveView = await live.view(projection.name);
      const rebuiltView = (await rebuilt.view(projection.name))!;
      const before = liveView ? await digestView(live, liveView) : null;
      const after = await digestView(rebuilt, rebuiltView);
      const identical = before === after;
      const differences = identical || !liveView ? [] : await differencesOf(projection.name, [live, liveView], [rebuilt, rebuiltView], MOST_DIFFERENCES);
      checks.push({ projection: projection.name, identical, live: before, rebuilt: after, differences });
    }
  } finally {
    rebuilt.close();
  }
  const seconds = (performance.now() - started) / 1000;
  const digest = createHash('sha256')
    .update(checks.map((check) => `${check.projection} ${check.rebuilt}\n`).join(''))
    .digest('hex');
  return { identical: checks.every(({ identical }) => identical), digest, events, seconds, eventsPerSecond: Math.round(events / seconds), projections: checks };
}

async function byCheckpoint(projections: readonly Projection[], live: ReadSnapshot): Promise<Map<Checkpoint | null, Projection[]>> {
  const groups = new Map<string, { checkpoint: Checkpoint | null; group: Projection[] }>();
  for (const projection of projections) {
    const view = await live.view(projection.name);
    const checkpoint = view ? await live.checkpoint(view) : null;
    const key = checkpoint?.position ?? '';
    const entry = groups.get(key) ?? { checkpoint, group: [] };
    entry.group.push(projection);
    groups.set(key, entry);
  }
  return new Map([...groups.values()].map(({ checkpoint, group }) => [checkpoint, group]));
}

/**
 * Builds projections to a checkpoint in a store of their own and makes them live there; returns how many events that took.
 * `afterStep` may throw to abort the build.
 */
export async function buildTo(
  projections: readonly Projection[],
  checkpoint: Checkpoint | null,
  log: FoldedLog,
  store: ReadStore,
  afterStep: () => void = () => {},
): Promise<number> {
  const targets = [];
  for (const projection of projections) targets.push({ projection, view: await store.createView(projection.name, projection.version) });
  let events = 0;
  if (checkpoint) {
    const build = await Build.start(targets, checkpoint, log, store, Date.now);
    while (!(await build.step())) {
      await nextTurn();
      afterStep();
    }
    events = build.progress.events;
  }
  for (const { view } of targets) await store.makeLive(view);
  return events;
}
