import fc from 'fast-check';
import { compileShape } from './compile.js';
import { Order } from './testing/sample-shapes.js';

const shape = compileShape(Order);
const faultOf = (owner: string) => shape.check({ owner, price: { minor: 1, currency: 'USD' } }).find(({ pointer }) => pointer === '/owner');

describe('an identifier', () => {
  it.each(['C-1001', '7', 'Zoë', '张三', 'a b', 'a/b', 'a.b', '...', '😀', "o'neil@example.com"])('may be "%s"', (id) => {
    expect(faultOf(id)).toBeUndefined();
  });

  it.each([
    ['a zero width space', 'a\u200bb'],
    ['a mark of direction at its end', '7\u200e'],
    ['what turns the line around', 'a\u202ecb'],
    ['an isolate', '\u20667\u2069'],
    ['a soft hyphen', 'co\u00adop'],
    ['a word joiner', 'a\u2060b'],
    ['a byte order mark', 'a\ufeffb'],
    ['a separator of lines', 'a\u2028b'],
    ['a blank Braille cell', 'a\u2800b'],
    ['a mark of annotation', 'a\ufff9b'],
  ])('may not hold %s', (_, id) => {
    expect(faultOf(id)).toMatchObject({ code: 'wrong-identifier', detail: expect.stringContaining('nobody sees') });
  });

  it.each(['.', '..'])('may not be "%s": no URL names it', (id) => {
    expect(faultOf(id)).toMatchObject({ code: 'wrong-identifier', detail: expect.stringContaining('no URL') });
  });

  it('that is accepted comes back from a URL as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (id) => {
        if (faultOf(id)) return;
        const { pathname } = new URL(`http://x/v1/customers/${encodeURIComponent(id)}`);
        expect(decodeURIComponent(pathname.slice('/v1/customers/'.length))).toBe(id);
      }),
    );
  });
});
