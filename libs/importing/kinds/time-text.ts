const msPerDay = 86_400_000;
const mostDays = 4096;
const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));
const days = new Map<number, string>();

/** RFC 3339, as command bodies carry times: what `toISOString` gives, several times as fast because days repeat. */
export function timeText(epoch: number): string {
  const day = Math.floor(epoch / msPerDay);
  const clock = epoch - day * msPerDay;
  const seconds = Math.floor(clock / 1000);
  const minutes = Math.floor(seconds / 60);
  const fraction = String(clock - seconds * 1000).padStart(3, '0');
  return `${dayText(day)}T${twoDigits[Math.floor(minutes / 60)]}:${twoDigits[minutes % 60]}:${twoDigits[seconds % 60]}.${fraction}Z`;
}

function dayText(day: number): string {
  let text = days.get(day);
  if (text === undefined) {
    if (days.size >= mostDays) days.clear();
    text = new Date(day * msPerDay).toISOString().slice(0, 10);
    days.set(day, text);
  }
  return text;
}
