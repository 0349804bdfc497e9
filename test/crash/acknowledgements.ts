import type { Accepted } from '../engine/client.js';

/** What a client knows of a command that it has sent, once or several times with the same key. */
export interface SentCommand {
  readonly name: string;
  readonly customerId: string;
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The revision that the command named, if it named one. */
  readonly expectedRevision?: number;
  /** When it was first sent, by the ledger's own clock. */
  readonly sentAt: number;
  /** When it was first acknowledged. */
  acknowledgedAt: number | null;
  outcome: Outcome;
}

export type Outcome =
  /** No answer came back: it may have taken effect, or not. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string }
  | { readonly kind: 'accepted'; readonly accepted: Accepted };

/**
 * The ledger of acknowledgements. It lives outside the killed process, and it alone says what must be there afterwards. Its clock is a counter:
 * a command acknowledged at n was acknowledged before any command sent at n + 1.
 */
export class Acknowledgements {
  #sent: SentCommand[] = [];
  /** Answers that contradict an earlier answer to the same command. */
  readonly contradictions: string[] = [];
  #clock = 0;

  get sent(): readonly SentCommand[] {
    return this.#sent;
  }

  send(command: Pick<SentCommand, 'name' | 'customerId' | 'key' | 'body' | 'expectedRevision'>): SentCommand {
    const sent: SentCommand = { ...command, sentAt: ++this.#clock, acknowledgedAt: null, outcome: { kind: 'unknown' } };
    this.#sent.push(sent);
    return sent;
  }

  accept(command: SentCommand, accepted: Accepted): void {
    if (command.outcome.kind === 'accepted') {
      const [before, now] = [JSON.stringify(command.outcome.accepted), JSON.stringify(accepted)];
      if (before !== now) this.contradictions.push(`${command.key} was answered ${before}, and later ${now}`);
      return;
    }
    command.outcome = { kind: 'accepted', accepted };
    command.acknowledgedAt = ++this.#clock;
  }

  refuse(command: SentCommand, status: number, code: string): void {
    if (command.outcome.kind === 'accepted') this.contradictions.push(`${command.key} was accepted, and later refused with ${code}`);
    else command.outcome = { kind: 'refused', status, code };
  }

  /** Drops commands missing in a log restored from an older copy: nobody claims them any more. */
  forget(isGone: (command: SentCommand) => boolean): void {
    this.#sent = this.#sent.filter((command) => !isGone(command));
  }

  get acceptedCount(): number {
    return this.sent.filter(({ outcome }) => outcome.kind === 'accepted').length;
  }
}
