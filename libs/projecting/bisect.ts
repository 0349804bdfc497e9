/**
 * Finds out which of many make a write fail, which has no effect then: halves are tried until each culprit stands alone, and all
 * others have been written. `isToBlame` false: the failure says nothing about what was written, and is thrown on.
 */
export async function bisect<Item>(
  items: readonly Item[],
  write: (items: readonly Item[]) => Promise<void>,
  isToBlame: (error: unknown) => boolean,
): Promise<Item[]> {
  const failing: Item[] = [];
  const parts: Array<readonly Item[]> = [items];
  for (let part = parts.pop(); part; part = parts.pop()) {
    if (part.length === 0) continue;
    try {
      await write(part);
    } catch (error) {
      if (!isToBlame(error)) throw error;
      const middle = Math.ceil(part.length / 2);
      if (part.length === 1) failing.push(part[0]!);
      else parts.push(part.slice(middle), part.slice(0, middle));
    }
  }
  return failing;
}
