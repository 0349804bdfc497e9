import { churn } from './churn.js';
import type { Session } from './session.js';
import { value } from './value.js';
import type { Verb } from './verb.js';

const session = {} as Session; // refused before anything is asked

it.each<[string, Verb, string | undefined, object]>([
  ['--currency', churn, 'C-1', { currency: 'EUR' }],
  ['--min-probability', churn, 'C-1', { minProbability: '0.5' }],
  ['--min-active', churn, 'C-1', { minActive: '0.5' }],
  ['--order', churn, 'C-1', { order: 'probability' }],
  ['--by', churn, 'C-1', { by: 'region' }],
  ['--limit', churn, 'C-1', { limit: 3, explain: true }],
  ['--limit', value, 'C-1', { limit: 3 }],
  ['--limit', value, undefined, { limit: 3, equity: true }],
  ['--limit', value, undefined, { limit: 3, concentration: true }],
  ['--limit', value, undefined, { limit: 3, cells: true }],
  ['--by', value, undefined, { by: 'region', cells: true }],
  ['--down-to', value, 'C-1', { downTo: 'C-2' }],
])('%s belongs to the list', async (flag, { run }, id, options) => {
  await expect(run!(session, [id], options)).rejects.toThrow(`${flag} goes with the list of all customers.`);
});
