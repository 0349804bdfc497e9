/** Sums of all partitions of a view share a collection; those of one partition, and of one prefix in it, are a range. */
export function sumId(partition: number, cell: string): string {
  return `${partition}|${cell}`;
}

export function cellOf(id: string): string {
  return id.slice(id.indexOf('|') + 1);
}

export function sumRange(partition: number, prefix: string): { $gte: string; $lt: string } {
  const from = sumId(partition, prefix);
  return { $gte: from, $lt: after(from) };
}

const LAST = 0x10ffff;

/** The first text after every text that begins with this one: its last character that has a successor is replaced by it. */
function after(prefix: string): string {
  const characters = [...prefix];
  while (characters.at(-1)!.codePointAt(0) === LAST) characters.pop();
  const last = characters.pop()!.codePointAt(0)!;
  // Surrogates are no characters.
  return characters.join('') + String.fromCodePoint(last === 0xd7ff ? 0xe000 : last + 1);
}
