import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** SQLite's errors for a file that is not as it wrote it. */
export function isDamage(error: unknown): error is Error {
  return /^SQLITE_(CORRUPT|NOTADB)/.test((error as { code?: string } | null)?.code ?? '');
}

/** Marks the file: the next process to open it sets it aside, for a reason that SQLite does not notice when opening it. */
export function markDamaged(file: string, reason: string): void {
  writeFileSync(markOf(file), reason);
}

/** Why a file has to be set aside; null when it has not. */
export function markedDamage(file: string): string | null {
  return existsSync(markOf(file)) ? readFileSync(markOf(file), 'utf8') : null;
}

export function unmarkDamage(file: string): void {
  rmSync(markOf(file), { force: true });
}

const markOf = (file: string): string => `${file}.damaged`;
