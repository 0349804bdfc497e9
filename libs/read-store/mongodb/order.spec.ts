import fc from 'fast-check';
import { byCodePoint } from './code-point-order.js';
import { cellOf, sumId, sumRange } from './sum-id.js';

const text = fc.string({ unit: 'binary', maxLength: 6 });

it('texts are ordered as their UTF-8 bytes are', () => {
  fc.assert(fc.property(text, text, (a, b) => Math.sign(byCodePoint(a, b)) === Buffer.compare(Buffer.from(a), Buffer.from(b))));
});

it('the range of a prefix holds the cells that begin with it, and no others', () => {
  const partition = fc.integer({ min: 0, max: 99 });
  const inRange = (id: string, { $gte, $lt }: { $gte: string; $lt: string }) => byCodePoint(id, $gte) >= 0 && byCodePoint(id, $lt) < 0;
  fc.assert(
    fc.property(partition, partition, text, text, fc.boolean(), (own, other, prefix, rest, begins) => {
      const cell = begins ? prefix + rest : rest;
      expect(inRange(sumId(other, cell), sumRange(own, prefix))).toBe(own === other && cell.startsWith(prefix));
      expect(cellOf(sumId(own, cell))).toBe(cell);
    }),
  );
});
