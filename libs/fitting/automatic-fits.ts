import { hazardModelName, type LearningSample, type SampleSize } from '@tenure/models';
import { BadQuery } from '@tenure/querying';
import { hazardChecksum } from './fit-hazard.js';
import { type ModelName, SPEND_MODEL } from './model-names.js';
import type { ModelService } from './model-service.js';
import { fitIsDue, type Stillness } from './refit-policy.js';

/** How often it checks, and how long nothing new must arrive until the log counts as quiet; in milliseconds. */
export interface LookingTimes {
  readonly every: number;
  readonly quiet: number;
}

const ORDINARY_TIMES: LookingTimes = { every: 5_000, quiet: 60_000 };

/**
 * Fits the models without a request, spend in each currency by itself, as `fitIsDue` says. It checks only while nothing new
 * arrives, so that an import is not followed by ten fits: once when the log has settled, and once when it is quiet.
 */
export class AutomaticFits {
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #seen = '';
  #seenSince = 0;
  #looked = '';

  constructor(
    private readonly models: ModelService,
    private readonly sample: () => Promise<LearningSample>,
    private readonly readPosition: () => Promise<string>,
    private readonly warn: (message: string) => void,
    private readonly times = ORDINARY_TIMES,
  ) {}

  start(): void {
    this.#timer = setInterval(() => {
      this.#looking = this.#looking.then(() => this.#look()).catch((error: Error) => this.warn(`Fitting the models failed: ${error.message}`));
    }, this.times.every);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  async #look(): Promise<void> {
    const position = await this.readPosition();
    const now = performance.now();
    if (position !== this.#seen) {
      this.#seen = position;
      this.#seenSince = now;
      return;
    }
    const stillness: Stillness = now - this.#seenSince >= this.times.quiet ? 'quiet' : 'settled';
    const look = `${stillness} ${position}`;
    if (look === this.#looked) return;
    const sample = await this.sample();
    for (const { model, currency, known } of fitsOf(sample)) {
      const checksum = model === hazardModelName ? hazardChecksum(sample) : sample.checksum;
      if (!fitIsDue({ ...known, checksum }, await this.models.lastOrdinary(model, currency), stillness)) continue;
      try {
        await this.models.fit(currency === null ? { model } : { model, currency }, 'engine');
      } catch (error) {
        // Data that no model fits (one purchase each, no spend) are not an error: try again when there are more.
        if (!(error instanceof Error && error.name === BadQuery.name)) throw error;
      }
    }
    // Only now, so that a fit that failed because a server was unreachable is tried again.
    this.#looked = look;
  }
}

interface PossibleFit {
  readonly model: ModelName;
  readonly currency: string | null;
  readonly known: SampleSize;
}

/** The quick one in which customers leave first: until the others are there it scores alone. Pareto/NBD, the slowest, last. */
const WITHOUT_MONEY = ['mbg-nbd', 'bg-nbd', 'nbd', hazardModelName, 'pareto-nbd'] as const satisfies readonly ModelName[];

/** Spend first: a reader who finds a model of purchases then also finds that of spend. */
function fitsOf(sample: LearningSample): PossibleFit[] {
  const spend = sample.currencies.map((known) => ({ model: SPEND_MODEL, currency: known.currency, known }));
  return [...spend, ...WITHOUT_MONEY.map((model) => ({ model, currency: null, known: sample }))];
}
