import { randomUUID } from 'node:crypto';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type EventFilter, filterOf } from './event-filter.js';
import { streamNameOf, toReadEvent } from './messages.js';
import { Outlet, type ReadCall } from './outlet.js';
import { connectionBroken } from './refusals.js';
import type { ServerState } from './server-state.js';
import type { Store } from './store.js';
import type { StoredEvent } from './store-schema.js';

const SLICE = 256;

interface Source {
  /** Events behind a position; a subscription begins after the position it names. */
  after(place: number): StoredEvent[];
  placeOf(event: StoredEvent): number;
  readonly start: number;
}

/** Sends stored events, says "caught up", then sends new events; a reader that no longer keeps up is told that it fell behind. */
export async function subscribe({ store, faults, subscriptions }: ServerState, call: ReadCall, options: ReadReq.Options): Promise<void> {
  const outlet = new Outlet(call);
  const source = options.hasAll() ? allSource(store, options) : streamSource(store, options);
  const filter = filterOf(options);
  let ended = false;
  subscriptions.once('drop', drop);
  call.on('cancelled', () => subscriptions.off('drop', drop));
  function drop(): void {
    ended = true;
    call.emit('error', connectionBroken());
  }
  call.write(new streams.ReadResp().setConfirmation(new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID())));
  let place = source.start;
  let live = false;
  let looked = 0;
  while (!ended && !outlet.cancelled) {
    const page = faults.muteSubscriptions ? [] : source.after(place);
    if (live && page.length === SLICE) {
      live = false;
      await outlet.send(new streams.ReadResp().setFellBehind(new streams.ReadResp.FellBehind()));
    }
    for (const event of page) {
      if (ended || outlet.cancelled) return;
      if (!filter || filter.allows(event)) await outlet.send(toReadEvent(event));
      looked = await checkpoint(outlet, filter, event, looked + 1);
      place = source.placeOf(event);
    }
    if (page.length > 0) continue;
    if (!live && !faults.muteSubscriptions) {
      live = true;
      await outlet.send(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
    }
    if (source.after(place).length > 0 && !faults.muteSubscriptions) continue;
    await somethingHappens(call, subscriptions);
  }
}

async function checkpoint(outlet: Outlet, filter: EventFilter | null, { position }: StoredEvent, looked: number): Promise<number> {
  if (!filter || looked < filter.checkpointEvery) return looked;
  const reached = new streams.ReadResp.Checkpoint().setCommitPosition(String(position)).setPreparePosition(String(position));
  await outlet.send(new streams.ReadResp().setCheckpoint(reached));
  return 0;
}

function somethingHappens(call: ReadCall, subscriptions: ServerState['subscriptions']): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      subscriptions.off('wake', done);
      subscriptions.off('drop', done);
      call.off('cancelled', done);
      resolve();
    };
    subscriptions.on('wake', done);
    subscriptions.on('drop', done);
    call.on('cancelled', done);
  });
}

function allSource(store: Store, options: ReadReq.Options): Source {
  const all = options.getAll()!;
  const end = () => store.readAll({ from: Number.MAX_SAFE_INTEGER, direction: 'backwards', count: 1 })[0]?.position ?? -1;
  return {
    start: all.hasPosition() ? Number(all.getPosition()!.getCommitPosition()) : all.hasStart() ? -1 : end(),
    after: (place) => store.readAll({ from: place + 1, direction: 'forwards', count: SLICE }),
    placeOf: ({ position }) => position,
  };
}

function streamSource(store: Store, options: ReadReq.Options): Source {
  const asked = options.getStream()!;
  const stream = streamNameOf(asked);
  const rows = (from: number, direction: 'forwards' | 'backwards', count: number) => {
    const read = store.readStream(stream, { from, direction, count });
    return Array.isArray(read) ? read : [];
  };
  const end = () => rows(Number.MAX_SAFE_INTEGER, 'backwards', 1)[0]?.revision ?? -1;
  return {
    start: asked.hasRevision() ? Number(asked.getRevision()) : asked.hasStart() ? -1 : end(),
    after: (place) => rows(place + 1, 'forwards', SLICE),
    placeOf: ({ revision }) => revision,
  };
}
