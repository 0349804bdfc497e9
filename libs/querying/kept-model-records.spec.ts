import type { RecordedEvent } from '@tenure/event-log';
import fc from 'fast-check';
import { currenciesOf, fitInForce, type ModelRecord, modelRecord } from './index.js';
import { KeptModelRecords } from './kept-model-records.js';

type Given = readonly [type: string, data: object];

/** A log of one stream, which counts the events that were read; `history`: which log it is, as after a restore. */
class OneStream {
  events: RecordedEvent[] = [];
  read = 0;

  append([type, data]: Given, history = 'a'): void {
    const revision = this.events.length;
    const metadata = { commandId: `${history}-${revision}`, index: 0 };
    this.events.push({ type, data, revision, position: `p${revision}`, recordedAt: revision, metadata } as unknown as RecordedEvent);
  }

  async readStream(_stream: string, { from = 0 }: { from?: number } = {}): Promise<RecordedEvent[]> {
    const found = this.events.slice(from);
    this.read += found.length;
    return found;
  }
}

const currencies = [null, 'EUR', 'CNY'];
const fit = (currency: string | null, until: string | null = null): Given => [
  'ModelFitted',
  { currency, population: 'all', timeUnit: currency === null ? 'week' : null, until, customers: 10, transactions: 20, purchaseDays: 30 },
];
const promoted = (revision: number, currency: string | null = null): Given => ['ModelPromoted', { fit: revision, currency, reason: null }];
const retired = (currency: string | null = null): Given => ['ModelRetired', { currency, reason: null }];

/** All that is scored with. */
const told = (record: ModelRecord) => ({
  currencies: currenciesOf(record),
  inForce: currencies.map((currency) => fitInForce(record, currency)?.position ?? null),
  promotedAt: currencies.map((currency) => record.promoted.get(currency)?.promotedAt ?? null),
});

const arbitraryDecision = fc.oneof(
  fc.record({ kind: fc.constant('fit'), currency: fc.constantFrom(...currencies), until: fc.constantFrom(null, '2026-01-31') }),
  fc.record({ kind: fc.constantFrom('promote', 'retire', 'backtest', 'ask'), currency: fc.constantFrom(...currencies), which: fc.nat() }),
);

it('tells at any time what the whole record tells, whatever is recorded between two questions, or after a restore', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryDecision, { maxLength: 30 }), fc.nat(), async (decisions, restoredTo) => {
      const log = new OneStream();
      const kept = new KeptModelRecords(log);
      const agree = async () => expect(told(await kept.of('m'))).toEqual(told(modelRecord(log.events)));
      for (const history of ['a', 'b']) {
        for (const decision of decisions) {
          const { currency } = decision;
          const fits = log.events.filter(({ type, data }) => type === 'ModelFitted' && (data as { currency: unknown }).currency === currency);
          if ('until' in decision) log.append(fit(currency, decision.until), history);
          else if (decision.kind === 'promote' && fits.length > 0) log.append(promoted(fits[decision.which % fits.length]!.revision, currency), history);
          else if (decision.kind === 'retire') log.append(retired(currency), history);
          else if (decision.kind === 'backtest') log.append(['ModelBacktested', {}], history);
          else await agree();
        }
        await agree();
        log.events = log.events.slice(0, restoredTo % (log.events.length + 1));
      }
      await agree();
    }),
    { numRuns: 300 },
  );
});

it('reads the last event and what is new, and all of the stream only for a fit that was superseded', async () => {
  const log = new OneStream();
  for (let n = 0; n < 50; n += 1) log.append(fit(null));
  const kept = new KeptModelRecords(log);
  const readFor = async () => {
    const before = log.read;
    await kept.of('m');
    return log.read - before;
  };
  expect([await readFor(), await readFor()]).toEqual([50, 1]);
  log.append(fit(null));
  expect([await readFor(), await readFor()]).toEqual([2, 1]);
  expect((await kept.of('m')).fits).toHaveLength(1);
  log.append(promoted(7));
  expect([await readFor(), await readFor()]).toEqual([2 + 52, 1]);
  expect(fitInForce(await kept.of('m'), null)?.position).toBe('p7');
});

it('does not change a record that it has handed out', async () => {
  const log = new OneStream();
  log.append(fit(null));
  const kept = new KeptModelRecords(log);
  const before = await kept.of('m');
  log.append(fit(null));
  log.append(promoted(0));
  await kept.of('m');
  expect(told(before)).toEqual({ currencies: [null], inForce: ['p0', null, null], promotedAt: [null, null, null] });
});
