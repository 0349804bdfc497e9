import type { Principal } from '@tenure/access';
import type { Command } from '@tenure/commanding';
import { isPlainObject } from '@tenure/shape';
import type { CommandOfKind, SentToStream } from '@tenure/streams';
import { lacksRole } from '../authorisation/access.guard.js';
import { Problem, wrongParameter } from '../problems/problem.js';
import type { Line } from '../transport/line-splitter.js';
import { parseJson } from '../transport/parse-json.js';
import type { CatalogueOfCommands } from './catalogue-of-commands.js';
import { isCommandId } from './command-headers.js';

/** A parsed line of a bulk body: a command on a customer or on another stream, or why the line holds no command. `id` is null when the line has none. */
export type ReadLine = OnCustomer | OnStream | NoCommand;

export interface OnCustomer {
  readonly line: number;
  readonly id: string;
  readonly command: Command;
}

export interface OnStream {
  readonly line: number;
  readonly id: string;
  readonly declared: CommandOfKind;
  readonly sent: SentToStream;
}

export interface NoCommand {
  readonly line: number;
  readonly id: string | null;
  readonly problem: Problem;
}

const fields = ['command', 'id', 'data', 'expectedRevision', 'correlationId'];

/** Reads `{"command","id","data"}`, sent by `principal`. A fault of the line affects only the line. */
export function readLine({ number, bytes }: Line, catalogue: CatalogueOfCommands, principal: Principal, lineLimit: number): ReadLine {
  let id: string | null = null;
  try {
    if (bytes === null) throw new Problem('body-too-large', `The line may hold at most ${lineLimit} bytes.`, { code: 'line-too-long' });
    const value = parseJson(bytes);
    if (!isPlainObject(value)) throw new Problem('invalid-body', 'The line must be a JSON object {"command", "id", "data"}.');
    if (!isCommandId(value.id)) throw wrongParameter('id', 'wrong-key', 'must be 1 to 255 visible ASCII characters: the idempotency key of the command');
    id = value.id;
    return toCommand(number, value, id, catalogue, principal);
  } catch (error) {
    if (error instanceof Problem) return { line: number, id, problem: error };
    throw error;
  }
}

function toCommand(line: number, value: Record<string, unknown>, id: string, catalogue: CatalogueOfCommands, principal: Principal): OnCustomer | OnStream {
  const unknown = Object.keys(value).find((field) => !fields.includes(field));
  if (unknown !== undefined) throw wrongParameter(unknown.slice(0, 64), 'unknown-field', `is not a field of a line; there are ${fields.join(', ')}`);
  const { command: name, data, expectedRevision, correlationId } = value;
  if (typeof name !== 'string') throw wrongParameter('command', 'required', 'must be the name of a command, e.g. RecordPurchase');
  if (expectedRevision !== undefined && !isRevision(expectedRevision)) {
    throw wrongParameter('expectedRevision', 'wrong-revision', 'must be a whole number, the revision that what the command is about must have');
  }
  if (correlationId !== undefined && !isCommandId(correlationId))
    throw wrongParameter('correlationId', 'wrong-id', 'must be 1 to 255 visible ASCII characters');
  const known = catalogue.find(name);
  const { senders, declared } = known;
  if (!principal.roles.some((role) => senders.includes(role))) throw lacksRole(principal, senders, name);
  catalogue.check(known, data);
  const actor = principal.id;
  if (declared) return { line, id, declared, sent: { name, id, data, actor, expectedRevision, correlationId } };
  return { line, id, command: { name, customerId: data.customerId, id, data, actor, expectedRevision, correlationId } };
}

function isRevision(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
