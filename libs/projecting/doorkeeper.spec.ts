import fc from 'fast-check';
import { Doorkeeper } from './doorkeeper.js';

describe('the doorkeeper', () => {
  it('knows who was here since fewer others than it remembers came, and nobody after twice as many', () => {
    const visits = fc.array(fc.nat(12), { maxLength: 200 });
    fc.assert(
      fc.property(visits, fc.integer({ min: 1, max: 5 }), (visitors, most) => {
        const doorkeeper = new Doorkeeper(most);
        for (const [i, visitor] of visitors.entries()) {
          const known = doorkeeper.knows(String(visitor));
          const last = visitors.lastIndexOf(visitor, i - 1);
          const between = i === 0 || last === -1 ? Infinity : new Set(visitors.slice(last + 1, i)).size;
          if (between < most) expect(known).toBe(true);
          if (between >= 2 * most) expect(known).toBe(false);
        }
      }),
    );
  });
});
