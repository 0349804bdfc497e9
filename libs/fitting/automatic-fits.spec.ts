import { setTimeout as delay } from 'node:timers/promises';
import { BadQuery } from '@tenure/querying';
import { AutomaticFits } from './automatic-fits.js';
import type { ModelService } from './model-service.js';

describe('models fitted by themselves', () => {
  const warnings: string[] = [];
  let asked = 0;
  let quiet: number;
  /** What the last fits have seen, besides that of bg-nbd, which has none. */
  let seen: { purchaseDays: number; checksum: number } | null;
  let fitted: string[];
  beforeEach(() => {
    quiet = 60_000;
    seen = { purchaseDays: 2_999, checksum: 1 };
    fitted = [];
  });
  let fits: AutomaticFits;
  afterEach(() => fits.stop());

  /** The failures of the first, second ... call of `fit`; it succeeds after them. */
  const start = (...failures: Error[]): void => {
    asked = 0;
    warnings.length = 0;
    const fit = async ({ model }: { model: string }) => {
      fitted.push(model);
      const failure = failures[asked++];
      if (failure) throw failure;
    };
    const lastOrdinary = async (model: string) => (model === 'bg-nbd' ? null : seen);
    const models = { lastOrdinary, fit } as unknown as ModelService;
    const sample = async () => ({ customers: 1_000, purchaseDays: 3_000, repeatPurchaseDays: 2_000, checksum: 2, currencies: [], signals: 5 });
    fits = new AutomaticFits(
      models,
      sample,
      async () => '0001',
      (message) => warnings.push(message),
      { every: 5, quiet },
    );
    fits.start();
  };
  const until = async (condition: () => boolean) => {
    for (let looks = 0; looks < 1_000 && !condition(); looks++) await delay(5);
  };

  it('are tried again, though nothing new came in, when a server was away', async () => {
    start(new Error('The log does not answer.'), new Error('The log does not answer.'));
    await until(() => asked === 3);
    await delay(100);
    expect([asked, warnings]).toEqual([3, Array(2).fill('Fitting the models failed: The log does not answer.')]);
  });

  it('are fitted on a single new purchase day once the log is quiet, and once only', async () => {
    quiet = 50;
    start();
    await until(() => asked === 1); // bg-nbd, which has no fit
    expect(asked).toBe(1);
    await until(() => asked > 1);
    await delay(100);
    expect(asked).toBe(6); // and all five, which have seen 2,999 of the 3,000 days
  });

  it('are fitted on new complaints alone where they learn from them', async () => {
    quiet = 50;
    seen = { purchaseDays: 3_000, checksum: 2 };
    start();
    await until(() => asked > 1);
    await delay(100);
    expect(fitted).toEqual(['bg-nbd', 'bg-nbd', 'hazard']);
  });

  it('are not tried again on data that no model fits', async () => {
    start(new BadQuery('model', 'no-fit', 'One purchase each.'));
    await until(() => asked === 1);
    await delay(100);
    expect([asked, warnings]).toEqual([1, []]);
  });
});
