import { closeSync, fdatasyncSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { quantile } from './alternate-rounds.js';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly loadAverage: number;
  readonly node: string;
  readonly sqlite: string;
  /** As reported by the log's writing connection. */
  readonly synchronous: string;
  readonly journalMode: string;
  readonly fileSystem: string;
  /** Milliseconds to write and flush 4 KiB. */
  readonly fdatasync: { readonly p50: number; readonly p99: number; readonly samples: readonly number[] };
}

const FILE_SYSTEMS: Readonly<Record<number, string>> = {
  61267: 'ext4',
  1481003842: 'xfs',
  2435016766: 'btrfs',
  16914836: 'tmpfs',
  2035054128: 'overlay',
  26985: 'nfs',
  801189825: 'zfs',
};
const FLUSHES = 200;

export async function describeMachine(folder: string): Promise<Machine> {
  const probe = join(folder, 'probe');
  mkdirSync(probe);
  const log = await SqliteEventLog.open(join(probe, 'events.db'));
  const { sqlite, synchronous, journalMode } = log.opened.durability;
  await log.close();
  const samples = flushes(join(probe, 'flushed'));
  const { type } = statfsSync(probe);
  rmSync(probe, { recursive: true });
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    loadAverage: loadavg()[0]!,
    node: process.version,
    sqlite,
    synchronous,
    journalMode,
    fileSystem: FILE_SYSTEMS[type] ?? `type 0x${type.toString(16)}`,
    fdatasync: { p50: quantile(samples, 0.5), p99: quantile(samples, 0.99), samples },
  };
}

function flushes(path: string): number[] {
  const file = openSync(path, 'w');
  const block = Buffer.alloc(4_096, 1);
  const samples: number[] = [];
  for (let i = 0; i < FLUSHES; i++) {
    const started = performance.now();
    writeSync(file, block);
    fdatasyncSync(file);
    samples.push(performance.now() - started);
  }
  closeSync(file);
  return samples;
}
