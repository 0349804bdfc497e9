import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { isDamage } from './damage.js';
import { fileKind } from './schema.js';

/** The furthest position that any view in a file has taken in; null when no view has one, or none can be read. Earlier layouts are read too. */
export function standingOf(file: string): string | null {
  if (!existsSync(file)) return null;
  const database = new Database(file, { readonly: true });
  try {
    if (fileKind(database) === 'something-else' || fileKind(database) === 'empty') return null;
    return database.prepare('SELECT max(position) FROM view').pluck().get() as string | null;
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  } finally {
    database.close();
  }
}
