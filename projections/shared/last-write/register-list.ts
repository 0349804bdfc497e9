import { isLater } from './last-write.js';

export type Scalar = string | number | boolean | null;

/**
 * Named values, each as last written, ascending by name. A removed one stays as null, so that an older value that
 * arrives later does not reappear.
 */
export type RegisterList<Value = Scalar> = Array<[name: string, value: Value, stamp: number]>;

type Values<Value> = ReadonlyArray<readonly [name: string, value: Value, ...unknown[]]>;

/** The place of `name`, existing or not, in a list whose entries begin with their name. */
export function placeOf(list: ReadonlyArray<readonly [string, ...unknown[]]>, name: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list.at(middle)![0] < name) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function write<Value>(list: RegisterList<Value>, name: string, value: Value, stamp: number): void {
  const place = placeOf(list, name);
  const held = list.at(place);
  if (held === undefined || held[0] !== name) list.splice(place, 0, [name, value, stamp]);
  else if (isLater(stamp, value, held[2], held[1])) list.splice(place, 1, [name, value, stamp]);
}

export function writeAll<Value>(list: RegisterList<Value>, values: Readonly<Record<string, Value>> | undefined, stamp: number): void {
  if (values === undefined) return;
  for (const name in values) write(list, name, values[name] as Value, stamp);
}

export function valueIn<Value>(list: Values<Value>, name: string): Value | null {
  const held = list[placeOf(list, name)];
  return held !== undefined && held[0] === name ? held[1] : null;
}

/** The present values, without removed ones. */
export function presentValues<Value>(list: Values<Value>): Record<string, Value> {
  const present: Record<string, Value> = Object.create(null) as Record<string, Value>;
  for (const [name, value] of list) if (value !== null) present[name] = value;
  return present;
}

/**
 * Changes the entry of `name` in an ascending list; `fresh` creates a missing entry. The entry is removed from the list meanwhile: a
 * long list then knows which of its pages changes. An entry that becomes empty (`isBlank`) is not put back.
 */
export function changeEntry<Entry extends readonly [string, ...unknown[]]>(
  list: Entry[],
  name: string,
  fresh: () => Entry,
  change: (entry: Entry) => void,
  isBlank: (entry: Entry) => boolean = () => false,
): void {
  const place = placeOf(list, name);
  const [entry = fresh()] = list.at(place)?.[0] === name ? list.splice(place, 1) : [];
  change(entry);
  if (!isBlank(entry)) list.splice(place, 0, entry);
}
