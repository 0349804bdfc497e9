// Makes a picture of a command's output: npx tenure retention
// node scripts/picture.mjs "npx tenure retention" > docs/pictures/retention.svg
import { readFileSync } from 'node:fs';

const command = process.argv[2] ?? '';
const lines = [`$ ${command}`, ...readFileSync(0, 'utf8').trimEnd().split('\n')];
// Hard spaces, because viewers differ in whether they keep others.
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(' ', '\u00a0');
const [width, height] = [Math.max(...lines.map((line) => line.length)) * 7.25 + 32, lines.length * 17 + 30];

console.log(`<svg xmlns="http://www.w3.org/2000/svg" width="${Math.ceil(width)}" height="${height}" role="img" aria-label="${escaped(command)}">
<rect width="100%" height="100%" rx="8" fill="#16181d"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="12" fill="#d7dae0" xml:space="preserve">
${lines.map((line, i) => `<text x="16" y="${i * 17 + 27}"${i === 0 ? ' fill="#8ec07c"' : ''}>${escaped(line)}</text>`).join('\n')}
</g>
</svg>`);
