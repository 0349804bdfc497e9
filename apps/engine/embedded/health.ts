import type { LogScrub } from '@tenure/event-log';
import type { SqliteEventLog } from '@tenure/event-log/sqlite';
import type { Health } from '@tenure/http';
import { restoresOf, scrubFindings } from '@tenure/operating';
import type { ThreadCalls, ThreadState } from '@tenure/threads';
import type { VaultStatus } from '@tenure/vault';
import { threadsNotLive, threadsNotReady } from '../process/threads-health.js';
import type { FileCheck } from './file-check.js';
import type { ProjectorStatus } from './projector.worker.js';

/** The projector is late, not merely busy, when the oldest event it has not taken in has waited this long and it has not moved. */
const STALLED_MS = 30_000;

/** Said at the start and in the status: the engine restored the triggers, but cannot know what happened while they were missing. */
export function mendedTriggers(triggers: readonly string[]): string {
  return (
    `The log's file did not refuse changes as it should (${triggers.join(', ')}): that is mended, but somebody has had it open with another program, and may have ` +
    'changed events. Possible tampering: check the log with tenure rebuild --check, and find out who can write the file.'
  );
}

export interface HealthParts {
  readonly version: string;
  readonly data: string;
  readonly scrub: LogScrub | null;
  readonly fileCheck: FileCheck;
  readonly vault: () => Promise<VaultStatus>;
  /** Of this process, without the vault's thread. */
  readonly threads: () => readonly ThreadState[];
  /** Shown only: a vault in trouble refuses by itself. */
  readonly vaultThread: () => ThreadState | null;
}

/** Health by progress: a projector that claims to run and does not move while the log does is not ready. */
export function health(log: SqliteEventLog, projector: Pick<ThreadCalls, 'call'>, about: HealthParts): Health {
  let moved = { position: '', at: Date.now() };

  async function look() {
    const status = await projector.call<ProjectorStatus>('status');
    const head = await log.head();
    const position = status.position ?? '';
    if (position !== moved.position || position === (head?.position ?? '')) moved = { position, at: Date.now() };
    return { status, head, stalledMs: Date.now() - moved.at };
  }

  return {
    notLive: () => threadsNotLive(about.threads()),
    async notReady() {
      if (log.failure) return [`The log cannot be written: ${log.failure}`];
      const ended = threadsNotReady(about.threads());
      if (ended.length > 0) return ended;
      const { status, stalledMs } = await look();
      const reasons: string[] = [...scrubFindings(about.scrub), ...fileFindings(about.fileCheck)];
      if (status.failure) reasons.push(`The read models cannot be written: ${status.failure}`);
      else if (stalledMs > STALLED_MS) reasons.push(`The read models have not moved for ${Math.round(stalledMs / 1000)} s although the log has.`);
      const building = status.projections.filter((each) => each.building && each.position === null);
      for (const { projection, building: so } of building) reasons.push(`The read model "${projection}" is being built: ${so!.events} events so far.`);
      if (status.setAside && building.length > 0) reasons.push(`The read models were set aside, and are built anew from the log. ${status.setAside.reason}`);
      return reasons;
    },
    async status() {
      const { status, head } = await look();
      const events = await log.countAfter(null);
      const projections = await Promise.all(
        status.projections.map(async (each) => ({ ...each, lagEvents: await log.countAfter(each.position), lagMs: await lagMs(each.position) })),
      );
      return {
        version: about.version,
        profile: 'embedded',
        data: about.data,
        log: {
          id: await log.id(),
          restores: await restoresOf(log),
          events,
          position: head?.position ?? null,
          recordedAt: head ? new Date(head.recordedAt).toISOString() : null,
          ...log.opened.durability,
        },
        vault: withFindings(await about.vault(), about.fileCheck),
        projections,
        rebuilding: status.rebuilding,
        setAside: status.setAside,
        scrub: about.scrub?.progress ?? null,
        fileCheck: about.fileCheck.findings,
        threads: [...about.threads(), about.vaultThread()].filter((thread) => thread !== null),
        failure: log.failure ?? status.failure,
        warning: warningOf(log),
      };
    },
  };

  async function lagMs(position: string | null): Promise<number> {
    const [waiting] = await log.readAll({ after: position, limit: 1 });
    return waiting ? Math.max(0, Date.now() - waiting.recordedAt) : 0;
  }
}

function warningOf({ opened, lockRenewals }: SqliteEventLog): string | null {
  if (opened.mended.length > 0) return mendedTriggers(opened.mended);
  return lockRenewals > 0 ? "The log's lock file was deleted while the engine ran, and has been made anew. Nothing is lost; leave it where it is." : null;
}

function fileFindings({ findings }: FileCheck): string[] {
  return findings && findings.log.length > 0 ? [damagedFile(findings.log)] : [];
}

export function damagedFile(findings: readonly string[]): string {
  return `The log's file is damaged: ${findings.join('; ')}. Restore it from a backup (tenure restore); tenure rebuild --check says which events can still be read.`;
}

/** A failure of the whole vault takes precedence over damage to a part of it. */
function withFindings(vault: VaultStatus, { vaultFindings }: FileCheck): VaultStatus {
  return vault.failure === null && vaultFindings.length > 0 ? { ...vault, failure: damagedVault(vaultFindings) } : vault;
}

export function damagedVault(findings: readonly string[]): string {
  return `The vault's file is damaged: ${findings.join('; ')}. Restore it from the backup that belongs to the log; keys that can still be read are used until then.`;
}
