import { ProblemError, type Schemas, words } from '@tenure/client';
import { freshGet } from '../fresh.js';
import type { Session } from '../session.js';
import type { Analysis } from './analysis.js';

type Models = NonNullable<Analysis['models']>;
type Fits = Pick<Models, 'fits' | 'notFitted'>;

const purchaseModels = words['/v1/churn-likelihood'].model;
const none = { limit: 1 } as const;

/** The models that a running engine fits by itself after an import, each where there is enough to fit it from. */
export async function fitModels(session: Session): Promise<Fits> {
  const fits: Models['fits'] = [];
  const notFitted: Models['notFitted'] = [];
  const client = await session.client();
  const fit = async (model: string, currency: string | null): Promise<void> => {
    const body: Schemas['FitModelRequest'] = currency === null ? {} : { currency };
    try {
      fits.push(await client.post('/v1/models/{model}/fits', { path: { model }, body }));
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 400) throw error;
      notFitted.push({ model, currency, reason: error.message });
    }
  };
  const { fitPending } = await freshGet(session, '/v1/churn-likelihood', { query: none });
  if (!fitPending) return { fits, notFitted };
  for (const model of purchaseModels) await fit(model, null);
  const { currency, otherCurrencies } = await freshGet(session, '/v1/lifetime-value/cells', { query: {} });
  for (const each of [currency, ...otherCurrencies.map((other) => other.currency)]) {
    if (each === null) continue;
    const { fitPending: isDue } = await freshGet(session, '/v1/lifetime-value', { query: { ...none, currency: each } });
    if (isDue) await fit('gamma-gamma', each);
  }
  return { fits, notFitted };
}
