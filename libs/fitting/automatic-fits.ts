import { BadQuery } from '@tenure/projecting';
import type { ModelService } from './model-service.js';
import { fitIsDue } from './refit-policy.js';
import type { SampleSize } from './sample-size.js';

const LOOK_EVERY_MS = 5_000;

/**
 * Fits the models without being asked: when there is enough to learn from for the first time, and whenever that has
 * grown by a fifth. It looks only while nothing new comes in, so that an import is not followed by ten fits.
 */
export class AutomaticFits {
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #seen = '';
  #looked = '';

  constructor(
    private readonly models: ModelService,
    private readonly sample: () => Promise<SampleSize>,
    private readonly readPosition: () => Promise<string>,
    private readonly warn: (message: string) => void,
    private readonly everyMs = LOOK_EVERY_MS,
  ) {}

  start(): void {
    this.#timer = setInterval(() => {
      this.#looking = this.#looking.then(() => this.#look()).catch((error: Error) => this.warn(`Fitting the models failed: ${error.message}`));
    }, this.everyMs);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  async #look(): Promise<void> {
    const position = await this.readPosition();
    const settled = position === this.#seen;
    this.#seen = position;
    if (!settled || position === this.#looked) return;
    const known = await this.sample();
    for (const { model, fitted } of await this.models.list(null)) {
      if (!fitIsDue(known, fitted)) continue;
      try {
        await this.models.fit({ model }, 'engine');
      } catch (error) {
        // Data that no model fits (one purchase each, no spend) are no fault of anybody's: try again when there are more.
        if (!(error instanceof Error && error.name === BadQuery.name)) throw error;
      }
    }
    // Not before: what failed, because a server was away, is tried again.
    this.#looked = position;
  }
}
