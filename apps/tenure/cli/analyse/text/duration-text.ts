const units: Readonly<Record<string, string>> = { D: 'day', W: 'week', M: 'month', Y: 'year' };

/** `P90D` -> 90 days. Durations of more than one unit stay as they are. */
export function durationText(duration: string): string {
  const [, count, unit = ''] = /^P(\d+)([DWMY])$/.exec(duration) ?? [];
  return count === undefined ? duration : `${count} ${units[unit]}${count === '1' ? '' : 's'}`;
}
