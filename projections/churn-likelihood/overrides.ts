import type { ChurnLikelihoodOverridden } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import type { QueryContext, StillSealed } from '@tenure/querying';
import { dayName } from '@tenure/time';
import type { DayOf } from '../shared/calendar/zone-days.js';
import { openPersonal } from '../shared/reading/open-personal.js';

/** One override, or with probability and expiresOn null its withdrawal. `second`: when it was recorded, since 1970; `reason`: sealed. */
type KeptOverride = [revision: number, second: number, probability: number | null, expiresOn: string | null, by: string, reason: string | null];

/** All of one customer, ascending by revision; 0 for the many who never had one. */
export type Overrides = 0 | KeptOverride[];

export const overrideTypes: readonly string[] = ['ChurnLikelihoodOverridden', 'ChurnOverrideWithdrawn'];

/** A likelihood of leaving that a person stated, shown beside the computed one and never instead of it. */
export interface Override {
  readonly probability: number;
  /** The last day on which it counts. */
  readonly expiresOn: string;
  readonly recordedOn: string;
  /** Who stated it: whom the key acted for, or the key itself. */
  readonly by: string;
}

/** In the answer about one customer, where the reader's role decides whether the reason is shown. */
export interface ReasonedOverride extends Override {
  readonly reason: string | null;
  readonly sealed?: StillSealed;
}

export function foldOverride(held: Overrides, { type, revision, occurredAt, data, personal, metadata }: RecordedEvent): Overrides {
  if (!overrideTypes.includes(type)) return held;
  const list = held === 0 ? [] : held;
  const { probability = null, expiresOn = null } = data as Partial<ChurnLikelihoodOverridden>;
  const reason = (personal as { readonly reason?: string } | undefined)?.reason ?? null;
  const place = list.findIndex((other) => other[0] > revision);
  list.splice(place === -1 ? list.length : place, 0, [revision, occurredAt / 1000, probability, expiresOn, metadata.onBehalfOf ?? metadata.actor, reason]);
  return list;
}

/** The override in force on a day, in the zone that `dayOf` counts in; null without one. */
export function overrideOn(held: Overrides, dayOf: DayOf, day: number): Override | null {
  const kept = inForce(held, dayOf, day);
  if (kept === null) return null;
  const [, second, probability, expiresOn, by] = kept;
  return { probability: probability!, expiresOn: expiresOn!, recordedOn: dayName(dayOf(second)), by };
}

/** The same with its reason. */
export async function reasonedOverrideOn(
  context: QueryContext,
  customerId: string,
  held: Overrides,
  dayOf: DayOf,
  day: number,
): Promise<ReasonedOverride | null> {
  const override = overrideOn(held, dayOf, day);
  if (override === null) return null;
  const [opened] = await openPersonal(context, [{ customerId, fields: { reason: inForce(held, dayOf, day)![5] } }]);
  const { fields, sealed } = opened!;
  return { ...override, reason: fields['reason'] ?? null, ...(sealed !== null && { sealed }) };
}

function inForce(held: Overrides, dayOf: DayOf, day: number): KeptOverride | null {
  const last = held === 0 ? undefined : held.findLast(([, second]) => dayOf(second) <= day);
  return last === undefined || last[3] === null || last[3] < dayName(day) ? null : last;
}
