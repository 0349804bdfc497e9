import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { streamNameOf, toIdentifier, toReadEvent } from './messages.js';
import { Outlet, type ReadCall } from './outlet.js';
import { refuse, streamDeleted } from './refusals.js';
import type { ServerState } from './server-state.js';
import type { Page } from './store.js';
import type { StoredEvent } from './store-schema.js';
import { subscribe } from './subscribe.js';

/** The server reads its log in slices whatever the client asks for; one slice at a time is in memory. */
const SLICE = 256;

export async function read(state: ServerState, call: ReadCall): Promise<void> {
  const options = call.request.getOptions()!;
  const refused = refuse(state, call.metadata, options.hasAll());
  if (refused) {
    call.emit('error', refused);
    return;
  }
  if (options.hasSubscription()) {
    state.calls.subscribe += 1;
    await subscribe(state, call, options);
    return;
  }
  state.calls.read += 1;
  state.calls.largestRead = Math.max(state.calls.largestRead, Number(options.getCount()));
  await (options.hasAll() ? readAll(state, call, options) : readStream(state, call, options));
}

async function readAll({ store }: ServerState, call: ReadCall, options: ReadReq.Options): Promise<void> {
  const all = options.getAll()!;
  const forwards = isForwards(options);
  const from = all.hasPosition() ? Number(all.getPosition()!.getCommitPosition()) : all.hasStart() ? 0 : Number.MAX_SAFE_INTEGER;
  await sendPages(call, options, from, (page) => store.readAll(page), forwards ? ({ post }) => post : ({ position }) => position);
}

async function readStream({ store }: ServerState, call: ReadCall, options: ReadReq.Options): Promise<void> {
  const asked = options.getStream()!;
  const stream = streamNameOf(asked);
  const forwards = isForwards(options);
  const from = asked.hasRevision() ? Number(asked.getRevision()) : asked.hasStart() ? 0 : Number.MAX_SAFE_INTEGER;
  const found = store.readStream(stream, { from: 0, direction: 'forwards', count: 1 });
  if (found === 'deleted') {
    call.emit('error', streamDeleted(stream));
    return;
  }
  if (found === null) {
    call.write(new streams.ReadResp().setStreamNotFound(new streams.ReadResp.StreamNotFound().setStreamIdentifier(toIdentifier(stream))));
    call.end();
    return;
  }
  const rows = (page: Page) => {
    const read = store.readStream(stream, page);
    return Array.isArray(read) ? read : [];
  };
  await sendPages(call, options, from, rows, ({ revision }) => (forwards ? revision + 1 : revision - 1));
}

async function sendPages(call: ReadCall, options: ReadReq.Options, start: number, rows: (page: Page) => StoredEvent[], next: (last: StoredEvent) => number) {
  const outlet = new Outlet(call);
  const direction = isForwards(options) ? 'forwards' : 'backwards';
  let left = Number(options.getCount());
  let from = start;
  while (left > 0 && from >= 0 && !outlet.cancelled) {
    const slice = rows({ from, direction, count: Math.min(left, SLICE) });
    for (const event of slice) await outlet.send(toReadEvent(event));
    if (slice.length < Math.min(left, SLICE)) break;
    left -= slice.length;
    from = next(slice[slice.length - 1]!);
  }
  call.end();
}

const isForwards = (options: ReadReq.Options): boolean => options.getReadDirection() === streams.ReadReq.Options.ReadDirection.FORWARDS;
