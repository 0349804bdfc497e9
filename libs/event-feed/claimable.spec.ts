import { claimable } from './claimable.js';

describe('what a consumer may claim', () => {
  const checkpoint = { publication: 'first', position: '0040', recordedAt: 4, offsets: [7, 0] };

  it.each([
    ['has read all that was published', 0, 7, { position: '0040', recordedAt: 4 }],
    ['has read further than the checkpoint', 0, 9, { position: '0040', recordedAt: 4 }],
    ['has something left to read', 0, 6, null],
    ['has nothing to read, for nothing was published to its partition', 1, 0, { position: '0040', recordedAt: 4 }],
    ['asks for a partition that the checkpoint does not know', 2, 5, null],
  ])('of one that %s', (_, partition, nextOffset, claimed) => {
    expect(claimable(checkpoint, partition, { publication: 'first', nextOffset })).toEqual(claimed);
  });

  it.each(['second', null])('is nothing for an offset of another publication (%s)', (publication) => {
    expect(claimable(checkpoint, 0, { publication, nextOffset: 9 })).toBeNull();
    expect(claimable({ ...checkpoint, publication }, 0, { publication: 'first', nextOffset: 9 })).toBeNull();
  });

  it('is nothing as long as neither side knows of a publication', () => {
    expect(claimable({ ...checkpoint, publication: null }, 0, { publication: null, nextOffset: 9 })).toBeNull();
  });
});
