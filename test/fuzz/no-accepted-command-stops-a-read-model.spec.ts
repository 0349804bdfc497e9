import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { customer, type NewFact } from '@tenure/customer';
import { type ArbitraryCommand, commandSequence } from '@tenure/customer/testing';
import { LogTail } from '@tenure/event-feed';
import { streamOf } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { checkRebuild, Projector } from '@tenure/projecting';
import { readModels } from '@tenure/projections';
import type { QueryContext } from '@tenure/querying';
import { SqliteReadStore } from '@tenure/read-store/sqlite';
import fc from 'fast-check';

const most = Number.MAX_SAFE_INTEGER;
/** Amounts at the bound, and larger ones as in logs from before there was a bound. */
const amounts = [0, 1, 99, 10 ** 13 - 1, 10 ** 13, 2 ** 26, 2 ** 52, most - 1, most];
const words: Record<string, string> = { a: 'é'.repeat(60), b: '\u{1F600}"\\|;%.,客'.repeat(6) };

/** The same command with the largest and strangest values it may carry. */
function extreme(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => extreme(each));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, extreme(inner, field)]));
  if (name === 'minor') return (value as number) < 0 ? value : amounts[(value as number) % amounts.length];
  if (name === 'quantity') return 1e9;
  if (typeof value === 'string') return words[value] ?? value;
  return value;
}

const projections = readModels.map(({ projection }) => projection);
const now = Date.parse('2026-03-15T12:00:00Z');

async function record(log: SqliteEventLog, commands: readonly ArbitraryCommand[]): Promise<NewFact[]> {
  const customers = new Map<string, { state: ReturnType<typeof customer.initial>; revision: number }>();
  const facts: NewFact[] = [];
  for (const [at, { name, data }] of commands.entries()) {
    const customerId = `C-${at % 3}`;
    const known = customers.get(customerId) ?? { state: customer.initial(), revision: -1 };
    const command = { name, data: { ...(extreme(data) as object), customerId } };
    const context = { now, allowedSkewMs: 86_400_000, largestAmount: most, commandId: `c${at}`, registerUnknown: true };
    const decision = customer.decide(known.state, command, context);
    if ('code' in decision) continue;
    const events = decision.map((fact, index) => ({ ...fact, metadata: { commandId: `c${at}`, index, of: decision.length, payloadHash: '', actor: 'fuzz' } }));
    await log.append({ stream: streamOf(customerId), expected: known.revision === -1 ? 'no-stream' : known.revision, events });
    for (const fact of decision) known.state = customer.evolve(known.state, fact);
    customers.set(customerId, { ...known, revision: known.revision + decision.length });
    facts.push(...decision);
  }
  return facts;
}

/** Sums of purchases and returns, by currency, in integers of any size. */
function reckoned(facts: readonly NewFact[]): Record<string, bigint> {
  const sums: Record<string, bigint> = {};
  const add = ({ minor, currency }: { minor: number; currency: string }, sign: bigint): void => {
    sums[currency] = (sums[currency] ?? 0n) + sign * BigInt(minor);
  };
  for (const { type, data } of facts) {
    const { amount, was, now: after } = data as { amount: never; was: { amount: never }; now: { amount: never } };
    const sign = type.includes('Return') ? -1n : 1n;
    if (type === 'PurchaseRecorded' || type === 'PurchaseReturned') add(amount, sign);
    if (/^(Purchase|Return)(Corrected|Voided)$/.test(type)) add(was.amount, -sign);
    if (/^(Purchase|Return)Corrected$/.test(type)) add(after.amount, sign);
  }
  return sums;
}

it('whatever was accepted, every read model comes to the head with nobody parked, adds up exactly, and equals a rebuild', async () => {
  await fc.assert(
    fc.asyncProperty(commandSequence, fc.integer({ min: 1, max: 40 }), async (commands, batch) => {
      const directory = mkdtempSync(join(tmpdir(), 'tenure-fuzz-'));
      const log = await SqliteEventLog.open(join(directory, 'log.db'));
      const store = SqliteReadStore.openForWriting(join(directory, 'views.db'));
      const scratch = SqliteReadStore.openForWriting(join(directory, 'scratch.db'));
      const projector = await Projector.open(projections, new LogTail(log), log, store);
      const facts = await record(log, commands);
      while (await projector.step(batch));
      const head = (await log.head())?.position ?? null;
      expect(projector.status().map(({ position, parked }) => [position, parked])).toEqual(projections.map(() => [head, 0]));

      const snapshot = await store.snapshot();
      const query = readModels.flatMap(({ queries }) => queries).find(({ path }) => path === 'totals')!;
      const { totals } = (await query.run({ snapshot } as QueryContext, {})) as { totals: { currency: string; net: { minor: number | string } }[] };
      const net = Object.fromEntries(totals.map(({ currency, net: { minor } }) => [currency, BigInt(minor)]));
      const expected = Object.fromEntries(Object.entries(reckoned(facts)).filter(([currency, sum]) => sum !== 0n || currency in net));
      expect(net).toEqual(expected);
      if (facts.length > 0) expect(await checkRebuild(projections, snapshot, log, scratch)).toMatchObject({ identical: true });
      snapshot.close();
      await Promise.all([log.close(), store.close(), scratch.close()]);
      rmSync(directory, { recursive: true });
    }),
    { numRuns: 25 },
  );
}, 300_000);
