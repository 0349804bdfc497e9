/**
 * Finds out which of many items make a write fail. A failed write has no effect, so halves are tried until each culprit stands
 * alone and all other items have been written. `isToBlame` false: the failure is not about what was written, and is rethrown.
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
