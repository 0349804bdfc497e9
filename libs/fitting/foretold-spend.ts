import { gammaGamma, groupSpend, ModelError } from '@tenure/models';
import type { TestedCustomer } from './what-happened.js';

/** Money of all customers within the horizon of a back-test, in major units of a currency, undiscounted; or the reason why there is no figure. */
export type SpendForetold =
  | { readonly currency: string; readonly expected: number; readonly actual: number }
  | { readonly currency: string; readonly expected: null; readonly actual: number; readonly notEnoughData: string };

/** `expected`: purchase days of each customer. The model of spend, too, is fitted on what was known on the day of the test. */
export function foretoldSpend(
  customers: readonly TestedCustomer[],
  expected: Float64Array,
  { code, minorPerMajor }: { readonly code: string; readonly minorPerMajor: number },
): SpendForetold {
  const actual = customers.reduce((sum, { spent }) => sum + spent, 0) / minorPerMajor;
  const none = (notEnoughData: string): SpendForetold => ({ currency: code, expected: null, actual, notEnoughData });
  try {
    const spend = customers.map(({ repeatSpend }) => repeatSpend);
    const { parameters, converged, boundary } = gammaGamma.fit(groupSpend(spend, minorPerMajor));
    if (!converged || !gammaGamma.hasMean(parameters)) return none(`The model of spend in ${code} gives no expected spend: ${boundary}`);
    const total = spend.reduce((sum, { x, repeatMinor }, i) => {
      const ownMean = x === 0 ? 0 : Math.max(0, repeatMinor) / minorPerMajor / x;
      return sum + expected[i]! * customers[i]!.share * gammaGamma.expectedSpend(parameters, x, ownMean).spend;
    }, 0);
    return { currency: code, expected: total, actual };
  } catch (error) {
    if (error instanceof ModelError) return none(`${error.message} ${error.remedy}`);
    throw error;
  }
}
