import fc from 'fast-check';
import { decodeCursor, encodeCursor } from './cursor.js';

const pins = { zone: 'UTC' };

it('a place comes back as it was', () => {
  const cursor = encodeCursor({ ...pins, place: { value: 0.5, key: 'C-1' } });
  expect(decodeCursor(cursor, pins, ['value', 'key'])).toEqual({ value: 0.5, key: 'C-1' });
});

it('whatever else a cursor holds, it is refused and never taken for a place', () => {
  const other = fc.oneof(fc.jsonValue(), fc.record({ value: fc.jsonValue(), key: fc.jsonValue() }));
  fc.assert(
    fc.property(other, (place) => {
      const { value, key } = (place ?? {}) as { value?: unknown; key?: unknown };
      fc.pre(!(typeof value === 'number' && typeof key === 'string'));
      expect(() => decodeCursor(encodeCursor({ ...pins, place: place as object }), pins, ['value', 'key'])).toThrow(
        expect.objectContaining({ name: 'BadQuery', code: 'cursor-invalid' }),
      );
    }),
  );
});

it.each(['', 'x', 'bnVsbA', 'W10', encodeCursor({ place: { key: 'x'.repeat(300) } }), encodeCursor({ place: { key: 'a\u0000' } })])(
  '%s is no cursor',
  (cursor) => {
    expect(() => decodeCursor(cursor, {}, ['key'])).toThrow(expect.objectContaining({ code: 'cursor-invalid' }));
  },
);
