import { readModels } from '@tenure/projections';
import { streamKinds } from './stream-kinds.js';

describe.each(readModels.map(({ projection }) => [projection.name, projection] as const))('%s', (_name, { of, reads }) => {
  it('is about a kind of stream that is declared, with a stream for each id, which no other kind is mixed up with', () => {
    const kind = streamKinds.named(of.name);
    expect(kind).toMatchObject({ prefix: of.prefix, streams: 'one-per-id' });
    expect(streamKinds.all.filter(({ prefix }) => prefix.startsWith(of.prefix))).toEqual([kind]);
  });

  it('reads types of event that are recorded on such streams', () => {
    const { eventTypes } = streamKinds.named(of.name)!;
    if (reads !== 'all') expect(eventTypes).toEqual(expect.arrayContaining([...reads]));
  });
});
