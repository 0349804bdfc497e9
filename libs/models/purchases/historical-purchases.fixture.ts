import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupHistories, groupSpend, type PurchaseStatistics, purchaseStatistics, type RepeatSpend } from '../index.js';

/** Real data for the specs. Sources: CDNOW, Fader & Hardie (Interfaces 2001); Online Retail, UCI (CC BY 4.0). */
const folder = process.env.TENURE_TEST_DATA ?? join(process.cwd(), '../shared/data');

/** Registers specs that need the data; without the folder they are skipped, with a message. */
export function describeWithData(title: string, specs: () => void): void {
  if (existsSync(join(folder, 'CDNOW_sample.txt'))) {
    describe(title, specs);
    return;
  }
  console.info(`Not run for want of data: ${title}. Set TENURE_TEST_DATA to the folder with the CDNOW files.`);
  describe.skip(`${title} (no data folder: set TENURE_TEST_DATA)`, specs);
}

export interface Buyer {
  readonly id: string;
  /** Purchase days since the epoch, ascending, distinct. */
  readonly days: number[];
  /** Money spent on each, in cents. */
  readonly cents: number[];
}

export const dayOf = (isoDate: string): number => Date.parse(`${isoDate}T00:00:00Z`) / 86_400_000;

/** Merges purchases of one day and keeps days in order. */
function buyers(purchases: Iterable<readonly [id: string, day: number, cents: number]>): Buyer[] {
  const byId = new Map<string, Map<number, number>>();
  for (const [id, day, cents] of purchases) {
    let days = byId.get(id);
    if (days === undefined) {
      days = new Map();
      byId.set(id, days);
    }
    days.set(day, (days.get(day) ?? 0) + cents);
  }
  return Array.from(byId, ([id, days]) => {
    const ordered = [...days].sort(([left], [right]) => left - right);
    return { id, days: ordered.map(([day]) => day), cents: ordered.map(([, cents]) => cents) };
  });
}

const lines = (file: string): string[] =>
  readFileSync(join(folder, file), 'latin1')
    .split(/\r?\n/)
    .filter((line) => line !== '');

function* cdnow(rows: readonly string[], id: number, date: number, money: number) {
  for (const row of rows) {
    const field = row.trim().split(/\s+/);
    const day = field[date]!;
    yield [field[id]!, dayOf(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`), Math.round(Number(field[money]) * 100)] as const;
  }
}

export const cdnowSample = (): Buyer[] => buyers(cdnow(lines('CDNOW_sample.txt'), 1, 2, 4));
export const cdnowMaster = (): Buyer[] => buyers(cdnow(lines('CDNOW_master.txt').slice(1), 0, 1, 3));

/** Invoices with money in them that are not cancellations. */
export function onlineRetail(): Buyer[] {
  const rows = lines('online_retail_invoices.csv')
    .slice(1)
    .map((row) => row.split(','));
  return buyers(
    rows.filter((row) => row[6] === '0' && Number(row[5]) > 0).map((row) => [row[0]!, dayOf(row[2]!.slice(0, 10)), Math.round(Number(row[5]) * 100)] as const),
  );
}

export const calibrationEnd = dayOf('1997-09-30');

export function statisticsOf(everyone: readonly Buyer[], end: number): PurchaseStatistics[] {
  return everyone.map(({ days }) => purchaseStatistics(days, end)).filter((row) => row !== null);
}

export const weekly = (everyone: readonly Buyer[], end: number) => groupHistories(statisticsOf(everyone, end), 'week');

export function repeatSpendOf(everyone: readonly Buyer[], end: number): RepeatSpend[] {
  return everyone.flatMap(({ days, cents }) => {
    const seen = days.filter((day) => day <= end).length;
    return seen === 0 ? [] : [{ x: seen - 1, repeatMinor: cents.slice(1, seen).reduce((sum, part) => sum + part, 0) }];
  });
}

export const spendGroups = (everyone: readonly Buyer[], end: number) => groupSpend(repeatSpendOf(everyone, end));
