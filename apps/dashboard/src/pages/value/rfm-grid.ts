import type { Schemas } from '@tenure/client/browser';
import { decimalOf } from '../../figure/money.js';

export type Rfm = Schemas['LifetimeValueCellsAnswer'];
export type Cell = Rfm['cells'][number];

/** Highest first, as all tables of value are. */
const downFrom = (groups: number): number[] => Array.from({ length: groups }, (_, at) => groups - at);

export interface Grid {
  /** Groups by last purchase. */
  readonly recencies: readonly number[];
  /** Groups by repeat purchase days, and within each by spend. */
  readonly columns: readonly { readonly frequency: number; readonly monetary: number }[];
  readonly at: (recency: number, frequency: number, monetary: number) => Cell | undefined;
  /** How dark a cell is, 0 to 1: the root of its mean value against the highest, as few customers are worth most. */
  readonly shade: (cell: Cell) => number;
}

export function gridOf({ groups, cells }: Pick<Rfm, 'groups' | 'cells'>): Grid {
  const byGroups = new Map(cells.map((cell) => [`${cell.recency} ${cell.frequency} ${cell.monetary}`, cell]));
  const meanOf = ({ meanValue }: Cell): number => (meanValue === null ? 0 : Number(decimalOf(meanValue)));
  const highest = Math.max(0, ...cells.map(meanOf));
  return {
    recencies: downFrom(groups.recency),
    columns: downFrom(groups.frequency).flatMap((frequency) => downFrom(groups.monetary).map((monetary) => ({ frequency, monetary }))),
    at: (recency, frequency, monetary) => byGroups.get(`${recency} ${frequency} ${monetary}`),
    shade: (cell) => (highest === 0 ? 0 : Math.sqrt(meanOf(cell) / highest)),
  };
}

/** The repeat buyers who are in the highest group of all three, and what share of everybody's value they bring; null where there is none. */
export function bestCell({ groups, cells, noRepeat }: Pick<Rfm, 'groups' | 'cells' | 'noRepeat'>): { readonly cell: Cell; readonly share: number } | null {
  const amountOf = ({ totalValue }: Pick<Cell, 'totalValue'>): number => Number(decimalOf(totalValue));
  const cell = cells.find((each) => each.recency === groups.recency && each.frequency === groups.frequency && each.monetary === groups.monetary);
  const all = [...cells, ...(noRepeat ? [noRepeat] : [])].reduce((sum, each) => sum + amountOf(each), 0);
  return cell && all > 0 ? { cell, share: amountOf(cell) / all } : null;
}
