import type { Command } from '@tenure/commanding';
import { isPlainObject } from '@tenure/shape';
import { Problem, wrongParameter } from '../problems/problem.js';
import type { Line } from '../transport/line-splitter.js';
import { parseJson } from '../transport/parse-json.js';
import type { CatalogueOfCommands } from './catalogue-of-commands.js';
import { isCommandId } from './command-headers.js';

/** A line of a bulk body, read: a command to send, or why it is none. `id` is null when the line does not even tell that. */
export type ReadLine =
  | { readonly line: number; readonly id: string; readonly command: Command }
  | { readonly line: number; readonly id: string | null; readonly problem: Problem };

const fields = ['command', 'id', 'data', 'expectedRevision', 'correlationId'];

/** Reads `{"command","id","data"}`. Whatever is wrong with the line stays with the line. */
export function readLine({ number, bytes }: Line, catalogue: CatalogueOfCommands, actor: string, lineLimit: number): ReadLine {
  let id: string | null = null;
  try {
    if (bytes === null) throw new Problem('body-too-large', `The line may hold at most ${lineLimit} bytes.`, { code: 'line-too-long' });
    const value = parseJson(bytes);
    if (!isPlainObject(value)) throw new Problem('invalid-body', 'The line must be a JSON object {"command", "id", "data"}.');
    if (!isCommandId(value.id)) throw wrongParameter('id', 'wrong-key', 'must be 1 to 255 visible ASCII characters: the idempotency key of the command');
    id = value.id;
    return { line: number, id, command: toCommand(value, id, catalogue, actor) };
  } catch (error) {
    if (error instanceof Problem) return { line: number, id, problem: error };
    throw error;
  }
}

function toCommand(value: Record<string, unknown>, id: string, catalogue: CatalogueOfCommands, actor: string): Command {
  const unknown = Object.keys(value).find((field) => !fields.includes(field));
  if (unknown !== undefined) throw wrongParameter(unknown.slice(0, 64), 'unknown-field', `is not a field of a line; there are ${fields.join(', ')}`);
  const { command: name, data, expectedRevision, correlationId } = value;
  if (typeof name !== 'string') throw wrongParameter('command', 'required', 'must be the name of a command, e.g. RecordPurchase');
  if (expectedRevision !== undefined && !(Number.isSafeInteger(expectedRevision) && (expectedRevision as number) >= 0)) {
    throw wrongParameter('expectedRevision', 'wrong-revision', 'must be a whole number, the revision the customer must have');
  }
  if (correlationId !== undefined && !isCommandId(correlationId))
    throw wrongParameter('correlationId', 'wrong-id', 'must be 1 to 255 visible ASCII characters');
  const known = catalogue.find(name);
  catalogue.check(known, data);
  const { customerId } = data;
  return { name, customerId, id, data, actor, expectedRevision: expectedRevision as number | undefined, correlationId: correlationId as string | undefined };
}
