import { hash } from 'node:crypto';
import { type WallToEpoch } from '@tenure/time';
import type { TimeValue } from '../fields/dates/cell-time.js';
import { isoText } from '../fields/dates/time-text.js';
import { HashCounts } from '../hash-counts.js';
import type { Step } from '../kinds/kind.js';
import type { BuiltRow } from '../mapping/row-builder.js';

const idLength = 22;

/**
 * The ids that version 0.1.0 gave the commands of a row: a plain hash of the body, with days as midnights of the import's
 * zone, and the ordinal among rows of the same body where a row had no key. With them, files that it imported stay known.
 */
export class FormerIds {
  readonly #counts = new HashCounts();

  constructor(private readonly toEpoch: WallToEpoch) {}

  /** Called once for each step, in the order of the file. */
  of(row: BuiltRow, step: Step, hasKey: boolean): readonly string[] {
    const time = row[step.timeField ?? 'occurred_at'] as TimeValue | undefined;
    const data = time === undefined ? step.data : { ...step.data, occurredAt: isoText(time.wall === null ? time.epoch : this.toEpoch(time.wall)) };
    const id = hash('sha256', `${step.name}\n${JSON.stringify(data)}`, 'base64url').slice(0, idLength);
    if (hasKey) return [id];
    const before = this.#counts.add(id);
    return [before === 0 ? id : `${id}.${before}`];
  }
}
