import Table from 'cli-table3';
import { type Budget, isWithin, type Row } from './benchmark.js';
import type { Machine } from './machine.js';

export function machineText({ cpu, cores, memoryGb, loadAverage, node, sqlite, synchronous, journalMode, fileSystem, fdatasync }: Machine): string {
  return [
    `${cpu}, ${cores} cores, ${memoryGb} GB, load ${loadAverage.toFixed(1)} before the start`,
    `Node ${node}, SQLite ${sqlite}, journal ${journalMode}, synchronous ${synchronous} (read back)`,
    `${fileSystem}, fdatasync of 4 KiB: p50 ${fdatasync.p50.toFixed(2)} ms, p99 ${fdatasync.p99.toFixed(2)} ms`,
  ].join('\n');
}

export function rowsText(rows: readonly Row[]): string {
  const table = new Table({ head: ['what', 'ours', 'floor', 'ratio', 'budget', ''], colWidths: [58], wordWrap: true, style: { head: [], border: [] } });
  for (const row of rows) {
    const { what, unit, ours, floor, ratio, budget, notes } = row;
    const within = isWithin(row);
    table.push([
      [what, ...notes.map((note) => `· ${note}`)].join('\n'),
      `${figure(ours)} ${unit}`,
      floor === null ? '' : `${figure(floor)} ${unit}`,
      ratio === null ? '' : `${ratio.toFixed(2)}x`,
      budget === null ? '' : budgetText(budget, unit),
      within === null ? '' : within ? 'within' : 'NOT within',
    ]);
  }
  return table.toString();
}

function budgetText(budget: Budget, unit: string): string {
  if ('ratioAtLeast' in budget) return `>= ${budget.ratioAtLeast}x`;
  if ('ratioAtMost' in budget) return `<= ${budget.ratioAtMost}x`;
  if ('oursAtMost' in budget) return `<= ${budget.oursAtMost} ${unit}`;
  return `<= ${budget.extrapolatedAtMost} ${unit}, extrapolated`;
}

function figure(value: number): string {
  if (!Number.isFinite(value)) return 'not known';
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
