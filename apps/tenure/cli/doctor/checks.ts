import { existsSync } from 'node:fs';
import type { Schemas } from '@tenure/client';
import type { Settings } from '@tenure/settings';
import { answers } from '../connection/answers.js';
import { localEngine } from '../connection/local-engine.js';
import type { Session } from '../session.js';
import type { Check } from './check.js';
import { checkClock, checkNode, checkPort, checkSpace, checkWritable } from './machine.js';

type Status = Schemas['Status'];

/** The checks of this machine, then those of the log, which need an engine: the running one, else a temporary one. */
export async function runChecks(settings: Settings, session: Session): Promise<Check[]> {
  const remote = session.url !== undefined;
  const running = remote ? null : localEngine(settings.data);
  const live = running !== null && (await answers(running.url));
  const machine = [checkNode(), ...(remote ? [] : [await checkWritable(settings.data), await checkSpace(settings.data)])];
  if (live) machine.push({ name: 'engine', ok: true, found: `runs on ${running.url}, process ${running.pid}`, remedy: '' });
  else if (!remote) machine.push(await checkPort(settings.host, settings.port));
  // A check must not create a log: that is for the first start.
  if (!remote && !live && !existsSync(settings.data)) return machine;
  return [...machine, ...(await checkLog(session))];
}

async function checkLog(session: Session): Promise<Check[]> {
  let status: Status;
  try {
    status = await (await session.client()).get('/v1/status');
  } catch (error) {
    return [{ name: 'log opens', ok: false, found: (error as Error).message, remedy: 'Mend that first; then run tenure doctor again.' }];
  }
  const { events, recordedAt, sqlite, journalMode, synchronous } = status.log;
  return [
    { name: 'log opens', ok: true, found: `${events} events, SQLite ${sqlite ?? 'unknown'}`, remedy: '' },
    {
      name: 'writes are durable',
      ok: synchronous === 'FULL' && journalMode?.toLowerCase() === 'wal',
      found: `synchronous ${synchronous ?? 'unknown'}, journal ${journalMode ?? 'unknown'}`,
      remedy: 'Keep the data on a local disk: network file systems often cannot promise that what was written stays.',
    },
    ...checkVault(status.vault),
    {
      name: 'read models',
      ok: !status.failure,
      found: status.failure ?? 'are written',
      remedy: 'tenure parked list shows what failed; tenure rebuild builds them anew from the log.',
    },
    checkClock(Date.now(), recordedAt === null ? null : Date.parse(recordedAt)),
  ];
}

/** Empty for an engine of an earlier version, which had no vault. */
function checkVault(vault: Status['vault']): Check[] {
  if (!vault) return [];
  const { place, state, failure } = vault;
  const found = failure ?? (state === 'not-begun' ? 'nothing personal is recorded yet' : `${place} is that of the log`);
  return [
    {
      name: 'vault',
      ok: failure === null,
      found,
      remedy: 'Personal data stays sealed until the vault is back: restore it from the backup that belongs to the log.',
    },
  ];
}
