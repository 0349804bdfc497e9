import { parseLines } from '../../engine/client.js';
import { asCsv, inventedPurchases } from '../../engine/invented-purchases.js';
import { cutOff, type Strike } from '../strike.js';

interface Result {
  readonly type: string;
  readonly accepted: number;
  readonly duplicate: number;
  readonly rejected: number;
}

let file = 0;

export const cutImport: Strike = {
  name: 'an import is cut off, and run again',
  async strike({ engine, random }) {
    const purchases = inventedPurchases({ customers: 200, seed: file });
    const csv = asCsv(purchases).replaceAll('C-', `crowd-${file++}-`);
    const abort = new AbortController();
    const init = { method: 'POST', headers: { 'content-type': 'text/csv' }, body: csv };
    await cutOff(engine.client.open('/v1/imports/purchases', { ...init, signal: abort.signal }), abort, random.below(300));
    const again = await engine.client.ask('/v1/imports/purchases', init);
    const result = parseLines<Result>(again.text).at(-1)!;
    if (result.accepted + result.duplicate !== purchases.length)
      throw new Error(`Of ${purchases.length} rows, again after a cut, ${JSON.stringify({ ...result })} were taken or known`);
  },
};
