import { acknowledged } from './acknowledged.js';

const sent = [{ partition: 0 }, { partition: 2 }, { partition: 0 }];

describe('the acknowledgement of a batch', () => {
  it('gives the next offset of each partition that got records', () => {
    const written = [
      { partition: 0, baseOffset: '40' },
      { partition: 2, baseOffset: '7' },
    ];
    expect(acknowledged(sent, written)).toEqual(
      new Map([
        [0, 42],
        [2, 8],
      ]),
    );
  });

  it('takes the later of two answers for a partition that was written twice', () => {
    const written = [
      { partition: 0, baseOffset: '44' },
      { partition: 0, baseOffset: '40' },
      { partition: 2, baseOffset: '7' },
    ];
    expect(acknowledged(sent, written).get(0)).toBe(46);
  });

  it.each([
    ['has no answer', [{ partition: 0, baseOffset: '40' }]],
    [
      'has an answer without an offset',
      [
        { partition: 0, baseOffset: '40' },
        { partition: 2, baseOffset: '-1' },
      ],
    ],
  ])('is none when a partition %s', (_, written) => {
    expect(() => acknowledged(sent, written)).toThrow('did not acknowledge partitions 2');
  });
});
