import type { EventLogReader } from '@tenure/event-log';
import type { FittedModel, ModelShelf } from '@tenure/projecting';

/** Every model has a stream of its own; each of its events is one fit. */
export function modelStream(model: string): string {
  return `model-${model}`;
}

/** The fits as the log has them; a replay hands in the log of that day, and so scores with its models. */
export class LoggedModels implements ModelShelf {
  constructor(private readonly log: Pick<EventLogReader, 'readStream'>) {}

  async latest(model: string): Promise<FittedModel | null> {
    const fits = await this.log.readStream(modelStream(model));
    const last = fits[fits.length - 1];
    if (!last) return null;
    return { ...last.data, fittedAt: new Date(last.recordedAt).toISOString(), position: last.position };
  }
}
