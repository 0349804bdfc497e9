import { cellsOf, changeBetween, type Movement } from './movements.js';
import { boundsOf, type RevenueQuestion } from './question.js';
import type { Standing, Standings } from './standing.js';

export interface CellSum {
  customers: number;
  minor: bigint;
}

/** The cells of one period, of customers (null) and of each currency. */
export type PeriodCells = Map<string | null, Map<Movement, CellSum>>;

/** Adds up what became of customers, period by period. */
export class PeriodSums {
  readonly cells = new Map<number, PeriodCells>();

  /** `first` and `last`: the periods that are wanted. */
  constructor(
    private readonly question: Pick<RevenueQuestion, 'calendar' | 'over'>,
    private readonly first: number,
    private readonly last: number,
  ) {}

  /** Of a customer who has had a subscription. */
  add(standings: Standings): void {
    const { calendar } = this.question;
    const at = new Map<number, Standing>();
    const by = (day: number): Standing => {
      let standing = at.get(day);
      if (standing === undefined) {
        standing = standings.by(day);
        at.set(day, standing);
      }
      return standing;
    };
    for (let period = Math.max(this.first, calendar.periodOfDay(standings.firstDay)); period <= this.last; period += 1) {
      const { opens, closes } = boundsOf(this.question, period);
      const change = changeBetween(by(opens), by(closes));
      if (change === null) continue;
      for (const { movement, currency, minor } of cellsOf(change)) this.#count(period, currency, movement, minor);
    }
  }

  #count(period: number, currency: string | null, movement: Movement, minor: bigint): void {
    const ofPeriod = entryOf(this.cells, period, (): PeriodCells => new Map());
    const cell = entryOf(
      entryOf(ofPeriod, currency, () => new Map()),
      movement,
      () => ({ customers: 0, minor: 0n }),
    );
    cell.customers += 1;
    cell.minor += minor;
  }
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, fresh: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = fresh();
    map.set(key, value);
  }
  return value;
}
