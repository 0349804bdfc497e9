/** What an import hands over: commands in the order of the file. The command processor is one; tests bring their own. */
export interface CommandSink {
  /** Order kept, one outcome for each command. A rejected promise means "unknown": import the file again, nothing doubles. */
  executeMany(commands: ImportCommand[]): Promise<ImportOutcome[]>;
  /** Decides against the real state without recording anything: what a dry run asks, where it is offered. */
  preview?(commands: ImportCommand[]): Promise<ImportOutcome[]>;
}

export interface ImportCommand {
  name: string;
  customerId: string;
  /** The same row always has the same: see identity.ts. */
  id: string;
  data: { customerId: string } & Record<string, unknown>;
  actor: string;
  registerUnknown: boolean;
}

export type ImportOutcome =
  | { status: 'accepted'; replayed: boolean; position: string; events: readonly unknown[] }
  | { status: 'rejected'; rejection: { code: string; detail: string; pointer?: string } }
  | { status: 'key-reused'; detail: string }
  | { status: 'revision-mismatch'; actual: number | null };
