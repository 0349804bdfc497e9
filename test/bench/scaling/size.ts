/** How much data there is, and how fast it comes. */
export interface Size {
  readonly customers: number;
  readonly events: number;
  readonly years: number;
  /** The busiest moment of a day, as a multiple of the mean. */
  readonly peakFactor: number;
  /** Look-ups of a customer or a stored sum, at the peak. */
  readonly queriesPerSecond: number;
}

const SECONDS_A_YEAR = 365.25 * 86_400;

export function averagePerSecond({ events, years }: Size): number {
  return events / (years * SECONDS_A_YEAR);
}

export function eventsPerCustomer({ customers, events }: Size): number {
  return events / customers;
}

/** So many times the customers, with the same lives in the same time. */
export function timesLarger(size: Size, factor: number): Size {
  return { ...size, customers: size.customers * factor, events: size.events * factor, queriesPerSecond: size.queriesPerSecond * factor };
}
