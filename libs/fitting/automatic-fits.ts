import type { PurchaseSample, SampleSize } from '@tenure/models';
import { BadQuery } from '@tenure/querying';
import { MODEL_NAMES, type ModelName, SPEND_MODEL } from './model-names.js';
import type { ModelService } from './model-service.js';
import { fitIsDue } from './refit-policy.js';

const LOOK_EVERY_MS = 5_000;

/**
 * Fits the models without being asked, spend in each currency by itself: when there is enough to learn from for the
 * first time, and whenever that has grown by a fifth. It looks only while nothing new comes in, so that an import is not followed by ten fits.
 */
export class AutomaticFits {
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #seen = '';
  #looked = '';

  constructor(
    private readonly models: ModelService,
    private readonly sample: () => Promise<PurchaseSample>,
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
    for (const { model, currency, known } of fitsOf(await this.sample())) {
      if (!fitIsDue(known, await this.models.lastOrdinary(model, currency))) continue;
      try {
        await this.models.fit(currency === null ? { model } : { model, currency }, 'engine');
      } catch (error) {
        // Data that no model fits (one purchase each, no spend) are no fault of anybody's: try again when there are more.
        if (!(error instanceof Error && error.name === BadQuery.name)) throw error;
      }
    }
    // Not before: what failed, because a server was away, is tried again.
    this.#looked = position;
  }
}

interface PossibleFit {
  readonly model: ModelName;
  readonly currency: string | null;
  readonly known: SampleSize;
}

/** Spend first: whoever finds a model of purchases finds that of spend beside it. */
function fitsOf(sample: PurchaseSample): PossibleFit[] {
  const spend = sample.currencies.map((known) => ({ model: SPEND_MODEL, currency: known.currency, known }));
  const purchases = MODEL_NAMES.filter((model) => model !== SPEND_MODEL).reverse();
  return [...spend, ...purchases.map((model) => ({ model, currency: null, known: sample }))];
}
