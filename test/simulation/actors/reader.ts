import { setTimeout as delay } from 'node:timers/promises';
import { streamOf } from '@tenure/event-log';
import { readModels } from '@tenure/projections';
import { NotCaughtUp, QueryRunner, QueryService, queried, Unavailable } from '@tenure/querying';
import { MongoDbUnavailable } from '@tenure/read-store/mongodb';
import type { Acknowledged, Company } from '../company.js';
import { openStore, reachLog } from './reach-servers.js';

const customerFile = readModels.find(({ projection }) => projection.name === 'customer-file')!;
const fileQuery = customerFile.queries.find(({ onlyOwnDocument }) => onlyOwnDocument)!;
const LONGEST_PAUSE_MS = 200;

/** A query API and a reader who queries acknowledged events, and requires answers at least as new as those. */
export async function runReader(company: Company): Promise<void> {
  const { world, acknowledged } = company;
  const log = reachLog(company);
  const runner = new QueryRunner(readModels, await openStore(company), queried(log), {
    timezone: 'UTC',
    currency: 'USD',
    now: Date.now,
    // Its clients append without a vault.
    personal: { open: async (kept) => kept.map(({ fields }) => ({ fields, sealed: null })) },
  });
  // Look-ups need no threads.
  const service = new QueryService({ runner, threads: null as never, log, seconds: 60 });
  for (;;) {
    await delay(world.random.next() * LONGEST_PAUSE_MS);
    if (acknowledged.length === 0) continue;
    try {
      if (world.random.chance(0.6)) await readOwnWrite(company, service, world.random.pick(acknowledged));
      else await exportAll(company, runner);
    } catch (error) {
      if (error instanceof NotCaughtUp || error instanceof Unavailable || error instanceof MongoDbUnavailable || isUnreachable(error)) continue;
      world.violated(`A reader was told: ${(error as Error).stack}`);
    }
  }
}

async function readOwnWrite({ log, world }: Company, service: QueryService, { customerId, position }: Acknowledged): Promise<void> {
  const { answer, asOf } = await service.run(
    fileQuery,
    { customerId },
    { minPosition: position, timeoutMs: 60, onTimeout: 'fail', asAt: null },
    { personal: true },
    { key: 'reader', signal: new AbortController().signal },
  );
  const least = log.stream(streamOf(customerId)).filter((event) => event.position <= position).length;
  const { events } = answer as { events: number };
  if ((asOf.position ?? '') < position) world.violated(`A reader asked for ${position} and was answered as of ${asOf.position}.`);
  if (events < least) world.violated(`A reader of ${customerId} asked for ${position}, which is ${least} events, and saw ${events}.`);
}

/** An export contains every customer up to its position. */
async function exportAll({ log, world }: Company, runner: QueryRunner): Promise<void> {
  const rows = runner.export(customerFile, {}, new AbortController().signal);
  const { asOf } = (await rows.next()).value as { asOf: { position: string | null } };
  const { position } = asOf;
  const seen = new Set<unknown>();
  for await (const row of rows) seen.add((row as { customerId: string }).customerId);
  for (const { stream, position: recorded } of log.events) {
    const isCustomer = stream.startsWith(streamOf(''));
    if (isCustomer && recorded <= (position ?? '') && !seen.has(stream.slice(streamOf('').length))) {
      world.violated(`An export as of ${position} lacks ${stream}, which was there at ${recorded}.`);
      return;
    }
  }
}

function isUnreachable(error: unknown): boolean {
  return error instanceof Error && error.name === 'LogUnavailable';
}
