import { setTimeout as wait } from 'node:timers/promises';
import { readModels, type Schemas, type TenureClient } from '@tenure/client';
import { Option } from 'commander';
import { seconds } from './output/figures.js';
import { progressBar } from './output/progress.js';
import { factsOf, grouped } from './output/table.js';
import type { Session } from './session.js';
import { type Verb, wordOption } from './verb.js';
import { Interrupted, Refused } from './wrong-usage.js';

type Rebuild = Schemas['Rebuild'];

interface Options {
  readonly projection?: string;
  readonly check?: boolean;
}

export const rebuild: Verb<Options> = {
  name: 'rebuild',
  summary: 'build the read models anew from the log, beside the live ones',
  examples: ['tenure rebuild', 'tenure rebuild --projection retention', 'tenure rebuild --check --json'],
  notes: [
    'With --check the live ones stay, the log is verified by its checksums, and both are compared byte by byte: exit 1 when an event is damaged or they differ.',
    'Ctrl-C cancels; the live ones stay as they are.',
  ],
  options: [
    wordOption('--projection <name>', 'only this one (default: every one)', readModels),
    new Option('--check', 'compare with the live ones instead of taking their place'),
  ],
  async run(session: Session, _args, { projection, check = false }) {
    const client = await session.client();
    const started = await client.post('/v1/operations/rebuilds', { body: { check, ...(projection === undefined ? {} : { projection }) } });
    const { state, reason, result } = await followed(client, started, session.signal);
    if (state !== 'done' || !result) throw new Refused(`The rebuild ${state === 'cancelled' ? 'was cancelled' : 'failed'}${reason ? `: ${reason}` : '.'}`);
    session.output.answer(result, resultText);
    if (result.identical === false) session.output.note(reason ?? 'Live and rebuilt differ: possible tampering.');
    return result.identical === false ? 1 : 0;
  },
};

async function followed(client: TenureClient, started: Rebuild, signal: AbortSignal): Promise<Rebuild> {
  const progress = await progressBar(started.totalEvents ?? 0);
  let current = started;
  try {
    for (let pause = 20; current.state === 'running'; pause = Math.min(pause * 2, 500)) {
      await wait(pause, undefined, { signal });
      current = await client.get('/v1/operations/rebuilds/{id}', { path: { id: started.id } });
      const left = current.etaSeconds === null ? '' : `, ${seconds(current.etaSeconds)} left`;
      progress.update(current.events ?? 0, current.events === null ? `building${left}` : `${grouped(current.events)} events${left}`);
    }
    return current;
  } catch (error) {
    if (!signal.aborted) throw error;
    await client.unstoppable().delete('/v1/operations/rebuilds/{id}', { path: { id: started.id } });
    throw new Interrupted('Cancelled. The live read models are as they were.');
  } finally {
    progress.stop();
  }
}

type Result = NonNullable<Rebuild['result']>;

function logText({ events, unchecked }: NonNullable<Result['verified']>): string {
  const verified = `${grouped(events - unchecked)} events are what was recorded`;
  return unchecked === 0 ? verified : `${verified}; ${grouped(unchecked)} have no checksum, or one that needs the secret of the log`;
}

function resultText({ identical, verified, digest, events, seconds: took, eventsPerSecond }: Result): string {
  return factsOf([
    ...(identical === undefined ? [] : [['identical', identical ? 'yes, byte by byte' : 'NO'] as const]),
    ...(verified === undefined ? [] : [['log', logText(verified)] as const]),
    ...(digest === undefined ? [] : [['digest', digest] as const]),
    ...(events === null ? [] : [['events', events] as const]),
    ['took', eventsPerSecond === null ? seconds(took) : `${seconds(took)}, ${grouped(Math.round(eventsPerSecond))} events/s`],
  ]);
}
