import type { CommandOfKind } from '@tenure/streams';
import type { OperationText } from '../openapi/operation.js';
import { refer } from '../openapi/refer.js';
import { commandParameters } from './command-parameters.js';

/** The name of the schema with which commands of a kind are answered. */
export const acceptedOfKind = (kind: string): string => `Accepted${kind.split('-').map(capital).join('')}Command`;

/** The text of a command that a kind of stream declares, in the API's pages. */
export function streamCommandText({ kind, command }: CommandOfKind): OperationText {
  const accepted = { type: 'application/json', schema: refer(acceptedOfKind(kind.name)) };
  const headers = { ETag: `The new revision of the ${kind.name}, quoted.` };
  return {
    summary: command.summary,
    description: command.description,
    tag: kind.plural,
    isCommand: true,
    parameters: commandParameters(kind.name),
    body: { type: 'application/json', schema: refer(command.shape.name) },
    answers: {
      200: { description: 'Accepted earlier; this repeats the original answer.', headers: { ...headers, 'Idempotency-Replayed': '`true`' }, ...accepted },
      201: { description: 'Recorded and durable.', headers, ...accepted },
    },
  };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
