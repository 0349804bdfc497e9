import { type EventLog, eventId, LogUnavailable, type RecordedEvent } from '@tenure/event-log';
import { isPayloadOf, type LogSecret, payloadHash } from '@tenure/log-secret';
import { modelStream } from '@tenure/querying';
import type { KeyReused, RecordedCommand } from './fit-outcome.js';

/** A command on a model: recorded once per id, whatever its sender retries. */
export interface ModelCommand {
  readonly name: 'FitModel' | 'PromoteModel' | 'RetireModel' | 'BacktestModel';
  readonly model: string;
  /** What was asked for; another body under the same id is refused. */
  readonly body: object;
  readonly actor: string;
  readonly commandId: string;
}

export interface ModelEvent {
  readonly type: 'ModelFitted' | 'ModelPromoted' | 'ModelRetired' | 'ModelBacktested';
  readonly data: object;
}

export interface ModelStreamParts {
  readonly log: Pick<EventLog, 'append' | 'readStream'>;
  readonly secret: LogSecret;
  readonly now: () => number;
}

export type Recorded = RecordedCommand & { readonly data: object; readonly recordedAt: number };

/** A fit takes milliseconds, and few ask for one at the same moment. */
const MOST_CONFLICTS = 5;

/**
 * Decides on what the stream holds and records it, again from the beginning when another event was recorded meanwhile.
 * @throws LogUnavailable when that keeps happening, and whatever `decide` throws.
 */
export async function recordOnce(
  { log, secret, now }: ModelStreamParts,
  command: ModelCommand,
  decide: (events: readonly RecordedEvent[]) => Promise<ModelEvent> | ModelEvent,
): Promise<Recorded | KeyReused> {
  const { name, model, body, actor, commandId } = command;
  const stream = modelStream(model);
  const keyed = await secret.keyed();
  for (let attempt = 0; attempt < MOST_CONFLICTS; attempt += 1) {
    const events = await log.readStream(stream);
    const known = events.find(({ metadata }) => metadata.commandId === commandId);
    if (known) {
      if (isPayloadOf(known.metadata.payloadHash, keyed, name, body)) return answer(known, true);
      return { status: 'key-reused', detail: `The key "${commandId}" was used for another command on "${model}". Use a new key for a new command.` };
    }
    const { type, data } = await decide(events);
    const metadata = { commandId, index: 0, of: 1, payloadHash: payloadHash(keyed, name, body), actor };
    const expected = events.at(-1)?.revision ?? 'no-stream';
    const result = await log.append({ stream, expected, events: [{ type, version: 1, occurredAt: now(), data, metadata }] });
    if (result.outcome === 'conflict') continue;
    const { revision, position, recordedAt } = result;
    return answer({ stream, type, data, metadata, revision, position, recordedAt }, false);
  }
  throw new LogUnavailable('io-error', 'not-appended', `Other commands on "${model}" kept being recorded. Send the command again with the same key.`);
}

type Appended = Pick<RecordedEvent, 'stream' | 'type' | 'data' | 'metadata' | 'revision' | 'position' | 'recordedAt'>;

function answer({ stream, type, data, metadata, revision, position, recordedAt }: Appended, replayed: boolean): Recorded {
  const events = [{ eventId: eventId(stream, metadata), type, revision }];
  return { status: 'accepted', replayed, commandId: metadata.commandId, revision, position, events, data, recordedAt };
}
