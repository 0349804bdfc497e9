import fc from 'fast-check';
import { visible, visibleJson } from './visible.js';

it.each([
  ['a window title', 'a\u001B]0;evil\u0007b'],
  ['clearing the screen', 'a\u001B[2Jb'],
  ['letters that cannot be seen', 'a\u001B[8mb'],
  ['an escape of one byte', 'a\u009B2Jb'],
  ['a line that is written over', 'a\rb'],
  ['a turned line', 'a\u202Eb\u2066c'],
  ['a mark of direction', 'a\u200Fb'],
  ['zero width', 'a\u200Bb\u200Dc\u2060d\uFEFFe'],
  ['a soft hyphen', 'a\u00ADb'],
  ['tags that spell', 'a\u{E0041}\u{E0042}b'],
  ['a line separator', 'a\u2028b'],
])('%s is shown and has no effect', (_case, text) => {
  expect(visible(text)).toContain('\uFFFD');
  expect(visible(visible(text))).toBe(visible(text));
  for (const character of text.replace(/[a-e]/g, '')) if (/[\p{Cc}\p{Cf}\p{Zl}]/u.test(character)) expect(visible(text)).not.toContain(character);
});

it('what people write and our own colours stay as they are', () => {
  const text = 'Žofia 张伟 عمر 😀\t12,50 €\n\u001B[1mbold\u001B[22m \u001B[38;5;16;48;5;231m5\u001B[0m';
  expect(visible(text)).toBe(text);
});

it('JSON says the same afterwards, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = visibleJson(JSON.stringify({ text: `${text}\u202E\u009B` }));
      expect(JSON.parse(shown)).toEqual({ text: `${text}\u202E\u009B` });
      expect(visible(shown)).toBe(shown);
    }),
  );
});
