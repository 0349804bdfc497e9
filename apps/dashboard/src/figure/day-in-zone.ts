/** The calendar day of a moment in a zone, as `2026-01-31`; a day is moved by no zone. */
export const dayInZone = (moment: string | number, timezone: string): string =>
  typeof moment === 'string' && moment.length === 10
    ? moment
    : // Swedish writes days as ISO 8601 does.
      new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(moment));
