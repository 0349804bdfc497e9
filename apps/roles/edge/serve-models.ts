import { AutomaticFits, ModelService } from '@tenure/fitting';
import type { HttpPorts } from '@tenure/http/ports';
import type { PurchaseSample } from '@tenure/models';
import type { Logger } from 'pino';
import type { Opened } from '../opened.js';
import { modelComputing } from './model-computing.js';
import { readPosition } from './read-position.js';
import type { ReadingParts } from './reading-parts.js';

export interface ModelParts extends Omit<ReadingParts, 'settings'> {
  readonly automaticFits: boolean;
  readonly logger: Logger;
}

/** Models: fits when asked to, and by itself when there is enough new. */
export async function serveModels({ log, secret, store, threads, automaticFits, logger }: ModelParts, opened: Opened): Promise<Pick<HttpPorts, 'models'>> {
  const position = () => readPosition(store);
  const models = new ModelService(log, secret, modelComputing(log, position, threads.fits), Date.now);
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
