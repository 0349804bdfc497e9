import { checkHistory } from '../crash/history-check.js';
import type { Company, LoopLag } from './company.js';

const READY_MS = 30_000;
const MEMORY = 1_000_000_000;
/** The largest difference between the clock of an event and ours. */
const CLOCK_MS = 5_000;

/** Checks the laws that hold after every strike; answers a sentence for each violation, with the observed values. */
export async function brokenLaws(company: Company): Promise<string[]> {
  const { engine, ledger } = company;
  await company.pause();
  const readiness = await untilReady(company);
  if (readiness !== null) return [`The engine was not ready ${READY_MS} ms after the strike: ${readiness}`];
  const broken: string[] = [];
  const events = await engine.client.events();
  // Imports have customers of their own; the ledger covers the writers' only.
  const ours = events.filter(({ type, subject }) => type.startsWith('tenure.customer.') && /^(own|shared)-/.test(subject));
  broken.push(...checkHistory(ledger.sent, ours), ...ledger.contradictions);
  for (const { id, recordedtime } of events) {
    const recorded = Date.parse(recordedtime);
    if (recorded < company.startedAt - CLOCK_MS || recorded > Date.now() + CLOCK_MS) broken.push(`Event ${id} was recorded at ${recordedtime}`);
  }
  const check = await engine.client.check();
  if (!check.identical) broken.push(`The read models differ from a rebuild: ${JSON.stringify(check)}`);
  const { items: parked } = await engine.client.get<{ items: object[] }>('/v1/operations/parked');
  if (parked.length > 0) broken.push(`Parked: ${JSON.stringify(parked)}`);
  const { projections } = await engine.client.get<{ projections: { lagEvents: number }[] }>('/v1/status');
  if (projections.some(({ lagEvents }) => lagEvents < 0)) broken.push(`Read models are ahead of the log: ${JSON.stringify(projections)}`);
  company.loopLags.push(await loopLag(company));
  if (engine.peakMemory() > MEMORY) broken.push(`The engine has had ${engine.peakMemory()} bytes of memory`);
  return broken;
}

/** As measured by the engine, over the last ten to twenty seconds. */
async function loopLag({ engine, reference }: Company): Promise<LoopLag> {
  const { text } = await engine.client.ask('/metrics');
  const at = (quantile: string) => 1_000 * Number(new RegExp(`^tenure_event_loop_lag_seconds\\{quantile="${quantile}"\\} (\\S+)$`, 'm').exec(text)![1]);
  return { p99: at('0.99'), max: at('1'), reference: await reference.lag() };
}

/** Null if it is ready; else its last reason. */
async function untilReady({ engine }: Company): Promise<string | null> {
  const until = Date.now() + READY_MS;
  let said = 'nothing';
  while (Date.now() < until) {
    if (!engine.isRunning()) await engine.start();
    const answer = await engine.client.ask('/health/ready').catch((error: Error) => ({ status: 0, text: String(error.cause ?? error) }));
    if (answer.status === 200) return null;
    said = answer.text;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return said;
}
