import fc from 'fast-check';
import { HashCounts } from './hash-counts.js';

describe('HashCounts', () => {
  it('counts like a map', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 500 }), (texts) => {
        const counts = new HashCounts();
        const model = new Map<string, number>();
        for (const text of texts) {
          expect(counts.add(text)).toBe(model.get(text) ?? 0);
          model.set(text, (model.get(text) ?? 0) + 1);
        }
        expect(counts.size).toBe(model.size);
      }),
    );
  });

  it('tells half a million ids apart, and knows each of them again after growing', () => {
    const counts = new HashCounts();
    for (let id = 0; id < 500; id += 1) for (let times = 0; times <= id % 3; times += 1) counts.add(String(id));
    for (let id = 500; id < 500_000; id += 1) counts.add(String(id));
    expect(counts.size).toBe(500_000);
    for (let id = 0; id < 500; id += 1) expect(counts.add(String(id))).toBe((id % 3) + 1);
    for (let id = 500; id < 500_000; id += 997) expect(counts.add(String(id))).toBe(1);
  });
});
