import type { AppendedLog, EventLog } from '@tenure/event-log';
import { AutomaticFits, ModelService } from '@tenure/fitting';
import type { HttpPorts } from '@tenure/http/ports';
import type { LogSecret } from '@tenure/log-secret';
import type { LearningSample } from '@tenure/models';
import { StreamCommands } from '@tenure/streams';
import type { Logger } from 'pino';
import { modelComputing } from './model-computing.js';
import type { Opened } from './opened.js';
import type { ReadModelParts } from './read-model-parts.js';

export interface ModelParts {
  readonly log: EventLog;
  /** The log, where fits are recorded. */
  readonly guarded: AppendedLog;
  readonly secret: LogSecret;
  readonly reading: Pick<ReadModelParts, 'position' | 'threads'>;
  readonly automaticFits: boolean;
  readonly logger: Logger;
}

/** Models: fitted on request, and automatically when enough is new. */
export function serveModels({ log, guarded, secret, reading, automaticFits, logger }: ModelParts, opened: Opened): Pick<HttpPorts, 'models'> {
  const { position, threads } = reading;
  const models = new ModelService(log, new StreamCommands({ log: guarded, secret }), modelComputing(log, position, threads.fits));
  if (automaticFits) {
    const fits = new AutomaticFits(
      models,
      () => threads.fits.call<LearningSample>('sample'),
      position,
      (message) => logger.warn(message),
    );
    fits.start();
    opened.closing(() => fits.stop());
  }
  return { models };
}
