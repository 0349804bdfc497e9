import { randomUUID } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import type { Check } from './check.js';

const oldestNode = [20, 19];
/** From this version on, Node's `ObjectWrap` ends the process when an object of better-sqlite3 12 is collected (nodejs, api/hooks.cc:142). */
const firstNodeNotYet = [24, 19];
const leastSpace = 1024 ** 3;

export function checkNode(version: string = process.versions.node): Check {
  const isFrom = ([least = 0, leastMinor = 0]: readonly number[]) => major > least || (major === least && minor >= leastMinor);
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ok = isFrom(oldestNode) && !isFrom(firstNodeNotYet);
  const remedy = `Install Node ${oldestNode.join('.')} or later, best of all 22; on ${firstNodeNotYet.join('.')} and later SQLite's addon ends the process.`;
  return { name: 'Node', ok, found: version, remedy };
}

/** Writes and removes a file of its own, which shows missing rights, read-only file systems and full disks. */
export async function checkWritable(data: string): Promise<Check> {
  const folder = firstExisting(resolve(data));
  const probe = join(folder, `.tenure-doctor-${randomUUID()}`);
  const name = 'data folder';
  try {
    writeFileSync(probe, 'written by tenure doctor\n');
    return { name, ok: true, found: folder === resolve(data) ? `${data} can be written` : `${data} will be made on the first start`, remedy: '' };
  } catch (error) {
    const { diskTrouble } = await import('@tenure/event-log');
    const ofDisk = diskTrouble(error);
    const { code } = error as NodeJS.ErrnoException;
    if (ofDisk !== null) return { name, ok: false, found: `${folder} cannot be written: ${ofDisk.cause}`, remedy: `${ofDisk.remedy}.` };
    return {
      name,
      ok: false,
      found: `${folder} cannot be written (${code})`,
      remedy: 'Give this user the right to write there, or choose another folder with --data or TENURE_DATA.',
    };
  } finally {
    rmSync(probe, { force: true });
  }
}

export async function checkSpace(data: string): Promise<Check> {
  const { bavail, bsize } = await statfs(firstExisting(resolve(data)));
  const free = bavail * bsize;
  return {
    name: 'disk space',
    ok: free >= leastSpace,
    found: `${(free / 1024 ** 3).toFixed(1)} GiB free`,
    remedy: 'Free some space: a full disk stops every write. A million events take about 1 GiB with their read models.',
  };
}

export function checkPort(host: string, port: number): Promise<Check> {
  const remedy = 'Stop the program that holds it, or choose another port with --port or TENURE_PORT.';
  return new Promise((done) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) => done({ name: 'port', ok: false, found: `${host}:${port} cannot be used (${code})`, remedy }));
    server.listen(port, host, () => server.close(() => done({ name: 'port', ok: true, found: `${host}:${port} is free`, remedy: '' })));
  });
}

const allowedAhead = 60_000;

/** The last event cannot have been recorded in the future. */
export function checkClock(now: number, lastRecorded: number | null): Check {
  const ahead = lastRecorded === null ? 0 : lastRecorded - now;
  const found = ahead > allowedAhead ? `the last event was recorded ${Math.round(ahead / 1000)} s from now` : new Date(now).toISOString();
  return { name: 'clock', ok: ahead <= allowedAhead && now > Date.UTC(2025, 0, 1), found, remedy: 'Set the clock of this machine, best by NTP.' };
}

function firstExisting(path: string): string {
  let folder = path;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
