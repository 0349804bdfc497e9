import { AutomaticFits, ModelService } from '@tenure/fitting';
import type { HttpPorts } from '@tenure/http/ports';
import type { PurchaseSample } from '@tenure/models';
import type { StreamCommands } from '@tenure/streams';
import type { Logger } from 'pino';
import { modelComputing } from '../process/model-computing.js';
import type { Opened } from '../process/opened.js';
import { readPosition } from './read-position.js';
import type { ReadingParts } from './reading-parts.js';

export interface ModelParts extends Omit<ReadingParts, 'settings'> {
  readonly commands: StreamCommands;
  readonly automaticFits: boolean;
  readonly logger: Logger;
}

/** Models: fits when asked to, and by itself when there is enough new. */
export async function serveModels({ log, commands, store, threads, automaticFits, logger }: ModelParts, opened: Opened): Promise<Pick<HttpPorts, 'models'>> {
  const position = () => readPosition(store);
  const models = new ModelService(log, commands, modelComputing(log, position, threads.fits));
  if (automaticFits) {
    const fits = new AutomaticFits(
      models,
      () => threads.fits.call<PurchaseSample>('sample'),
      position,
      (message) => logger.warn(message),
    );
    fits.start();
    opened.closing(() => fits.stop());
  }
  return { models };
}
