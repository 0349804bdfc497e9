import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { type Imported, imported } from '../../imported.js';
import { MemorySink } from '../../memory-sink.js';
import { guessEncoding } from './guess-encoding.js';

/** The output of iconv, an independent program, for these texts; `\x` escapes stand for bytes. */
const written: readonly (readonly [encoding: string, bytes: string, reads: string])[] = [
  ['windows-1252', 'M\xfcller;K\xf6ln\nJ\xe4ger;Wei\xdf\nSchr\xf6der;M\xfcnchen', 'Müller;Köln\nJäger;Weiß\nSchröder;München'],
  ['windows-1252', 'Jos\xe9 Mu\xf1oz;Espa\xf1a\nPe\xf1a;a\xf1o', 'José Muñoz;España\nPeña;año'],
  ['windows-1252', 'Ren\xe9e;12 \x80\nH\xe9l\xe8ne;5 \x80\nFran\xe7ois;9 \x80', 'Renée;12 €\nHélène;5 €\nFrançois;9 €'],
  ['gb18030', '\xb9\xcb\xbf\xcd;\xb1\xb1\xbe\xa9\n\xd5\xc5\xc8\xfd;\xc1\xac\xd2\xc2\xc8\xb9', '顾客;北京\n张三;连衣裙'],
  ['windows-1250', '\xa3\xf3d\x9f;Krak\xf3w\nGda\xf1sk;\xafar\xf3w', 'Łódź;Kraków\nGdańsk;Żarów'],
  ['windows-1251', '\xcc\xee\xf1\xea\xe2\xe0;\xc8\xe2\xe0\xed\xee\xe2\n\xcf\xe5\xf2\xf0\xee\xe2;\xd2\xf3\xeb\xe0', 'Москва;Иванов\nПетров;Тула'],
  ['big5', '\xad\x71\xb3\xe6\xbd\x73\xb8\xb9;\xbb\x4f\xa5\x5f\n\xa4\xfd\xa4\x70\xa9\xfa;\xb0\xd3\xab\x7e', '訂單編號;臺北\n王小明;商品'],
  ['shift_jis', '\x93\x8c\x8b\x9e;\x8e\x52\x93\x63\n\x83\x4a\x83\x81\x83\x89;\x92\x8d\x95\xb6', '東京;山田\nカメラ;注文'],
  [
    'euc-kr',
    '\xbc\xad\xbf\xef\xc6\xaf\xba\xb0\xbd\xc3;\xb0\xad\xb3\xb2\xb1\xb8\n\xc1\xd6\xb9\xae\xb9\xf8\xc8\xa3;\xbb\xf3\xc7\xb0\xb8\xed',
    '서울특별시;강남구\n주문번호;상품명',
  ],
  ['macintosh', 'M\x9fller;K\x9aln\nJ\x8ager;Wei\xa7', 'Müller;Köln\nJäger;Weiß'],
];

const header = 'customer_id;occurred_at;amount;product;note\n';
const rowsOf = (text: string) => text.split('\n').map((cells, at) => `C${at};2026-01-02;10;${cells}\n`);
const bytesOf = (text: string) => Buffer.from(text, 'latin1');

async function read(content: Uint8Array, options: object = {}): Promise<Imported & { cells: string[] }> {
  const sink = new MemorySink();
  const outcome = await imported(content, options, { sink, chunks: [1, 2, 3, 50, 7] });
  const purchases = sink.facts.filter(({ type }) => type === 'PurchaseRecorded');
  return {
    ...outcome,
    cells: purchases.map(
      ({ data, personal }) =>
        `${(data as { product: string }).product};${(personal as { note: string } | undefined)?.note ?? (data as { note?: string }).note}`,
    ),
  };
}

describe('a file that says nothing of its encoding', () => {
  it.each(written)('is read as %s where its words leave no doubt, and that is said', async (encoding, bytes, reads) => {
    const { source, result, cells } = await read(bytesOf(header + rowsOf(bytes).join('')));
    expect(cells).toEqual(reads.split('\n'));
    expect([source.encoding, result.encoding]).toEqual([encoding, encoding]);
    expect(source.notes).toEqual([expect.stringMatching(`^read as ${encoding} \\(guessed from .*--encoding`)]);
  });

  it.each(written)('is read as %s where it is said', async (encoding, bytes, reads) => {
    const { source, cells } = await read(bytesOf(header + rowsOf(bytes).join('')), { encoding: encoding.toUpperCase() });
    expect(cells).toEqual(reads.split('\n'));
    expect(source.notes).toEqual([]);
  });

  it('is sure of windows-1252 where all there is are signs of the euro, and of two words with three letters', async () => {
    const euros = Array.from({ length: 6 }, (_, at) => `C${at};2026-01-02;1${at} \x80;x;y\n`).join('');
    expect((await read(bytesOf(header + euros), { currency: 'EUR' })).source.encoding).toBe('windows-1252');
    expect((await read(bytesOf(`${header}C1;2026-01-02;10;Gr\xf6\xdfe;M\xfcller\n`))).cells).toEqual(['Größe;Müller']);
  });

  it('is not guessed from a word or two: the file is refused with the line and what it may be', async () => {
    for (const word of ['M\xfcller', 'Mu\xf1oz', '\xc4', 'Stra\xdfe'])
      await expect(read(bytesOf(`${header}C1;2026-01-02;10;y;x\r\nC2;2026-01-02;10;${word};x\r\n`))).rejects.toMatchObject({
        code: 'encoding-not-known',
        message: expect.stringMatching(/line 3 is not valid UTF-8.*as windows-1252 it reads .*--encoding windows-1252/),
      });
  });

  it.each(['12,50 \x80', '\x80 7,00', '\x8012.50', '7,00 \xa3'])('is windows-1252 where signs of money beside numbers are all there is: %j', async (amount) => {
    const currency = amount.includes('\xa3') ? 'GBP' : 'EUR';
    const shop = `Kundennummer;Datum;Betrag;Rechnungsnr.\nXE1;01.10.2026;${amount};xe1\nXE2;13.10.2026;${amount};xe2\n`;
    const { source, result } = await read(bytesOf(shop), { currency });
    expect([source.encoding, result.accepted, result.rejected]).toEqual(['windows-1252', 2, 0]);
  });

  const towns = ['K\x94ln', 'Berlin', 'M\x81nster', 'Gr\x94\xe1e', 'D\x81ren', 'Stra\xe1e', 'M\x81ller', 'M\x81nchen'];
  const german = (words: readonly string[]) =>
    bytesOf(`Kundennummer;Datum;Betrag;Rechnungsnr.;Produkt\n${words.map((word, at) => `X${at};01.10.2026;0,50;x${at};${word}\n`).join('')}`);

  it('is ibm850 where a program of the days of DOS wrote German, and not Japanese', async () => {
    const { source, cells } = await read(german(towns), { currency: 'EUR', dateFormat: 'dd.MM.yyyy' });
    expect(source.encoding).toBe('ibm850');
    expect(new Set(cells.map((cell) => cell.split(';')[0]))).toEqual(new Set(['Köln', 'Berlin', 'Münster', 'Größe', 'Düren', 'Straße', 'Müller', 'München']));
  });

  it('is asked for where two encodings read words as plausible, or all readings are odd', async () => {
    const asked = { code: 'encoding-not-known', message: expect.not.stringMatching(/shift_jis|big5/) };
    await expect(read(german(['K\x94ln', 'H\x94fer', 'M\x94ller', 'L\x94we']), { currency: 'EUR' })).rejects.toMatchObject(asked);
    await expect(read(german(['K\x810\x8b2ln', 'Gr\x810\x8b2\x810\x898e']), { currency: 'EUR' })).rejects.toMatchObject(asked);
    await expect(read(bytesOf('Kunde;Datum;Betrag\nA;13.10.2026;12,50 \xa2\xe3\nB;14.10.2026;7,00 \xa2\xe3\n'))).rejects.toMatchObject({ code: asked.code });
  });

  it('is UTF-8 where most of it is: a line in another encoding is left out alone', async () => {
    const many = Array.from({ length: 20 }, (_, at) => `C${at};2026-01-02;10;Zoë ${at};x\n`).join('');
    const { rejected, result } = await read(Buffer.concat([Buffer.from(header + many), bytesOf('C99;2026-01-02;10;M\xfcller;x\n')]));
    expect(result).toMatchObject({ accepted: 20, rejected: 1, encoding: 'utf-8' });
    expect(rejected[0]).toMatchObject({ line: 22, code: 'invalid-utf-8' });
  });

  it('guesses nothing from bytes that are no text', () => {
    const noise = Array.from({ length: 50 }, (_, line) => Buffer.from(Array.from({ length: 40 }, (_, at) => 128 + ((line * 7919 + at * 104_729) % 128))));
    expect(guessEncoding(noise).some(({ isSure }) => isSure)).toBe(false);
  });
});

describe('cells in are cells out', () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', 'Z', '7', 'é', 'ß', '€', '张', '😀', '"', ';', '\n', ' ', "'"), minLength: 1, maxLength: 8 })
    .map((text) => `x${text}x`);
  const tables = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 });
  const lineEnds = fc.constantFrom('\n', '\r\n', '\r');
  const encoders: Readonly<Record<string, (text: string) => Buffer>> = {
    'utf-8': (text) => Buffer.from(text),
    'utf-8 with mark': (text) => Buffer.from(`\uFEFF${text}`),
    'utf-16le with mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
    'utf-16be with mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
    'utf-16le': (text) => Buffer.from(text, 'utf16le'),
    'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
    'utf-32 with mark': (text) => Buffer.concat([...`\uFEFF${text}`].map((each) => Buffer.from(new Uint32Array([each.codePointAt(0) as number]).buffer))),
    gzip: (text) => gzipSync(Buffer.from(text)),
    'gzip twice, and in two members': (text) => gzipSync(Buffer.concat([gzipSync(Buffer.from(text.slice(0, 9))), gzipSync(Buffer.from(text.slice(9)))])),
  };
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

  it('whatever the encoding, the line ends, the quotes and the pieces they come in', async () => {
    await fc.assert(
      fc.asyncProperty(
        tables,
        lineEnds,
        fc.constantFrom(...Object.keys(encoders)),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 60 }),
        async (rows, end, encoder, delimiter, chunks) => {
          const head = ['customer_id', 'occurred_at', 'amount', 'product', 'note'].join(delimiter);
          const lines = rows.map(([product, note], at) => [`C${at}`, '2026-01-02', '10', quoted(product), quoted(note)].join(delimiter));
          const text = [head, ...lines].map((line) => line.replaceAll('\n', end) + end).join('');
          const sink = new MemorySink();
          const { rejected } = await imported((encoders[encoder] as (text: string) => Buffer)(text), {}, { sink, chunks });
          expect(rejected).toEqual([]);
          const found = sink.facts.filter(({ type }) => type === 'PurchaseRecorded');
          expect(found.map(({ data, personal }) => ({ ...(data as object), ...(personal as object) }))).toMatchObject(
            rows.map(([product, note]) => ({ product, note })),
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('UTF-16', () => {
  it('with half a surrogate pair leaves out that line', async () => {
    const good = Buffer.from('\uFEFFcustomer_id;occurred_at;amount;product\nC1;2026-01-02;10;😀\nC2;2026-01-02;10;\ud83d x\nC3;2026-01-02;10;y\n', 'utf16le');
    const { rejected, result } = await read(good);
    expect(result).toMatchObject({ accepted: 2, rejected: 1, encoding: 'utf-16le' });
    expect(rejected).toMatchObject([{ line: 3, code: 'undecodable', reason: expect.stringContaining('not valid UTF-16LE') }]);
  });
});

describe('a file that unpacks to very much', () => {
  it('is refused while it is unpacked', async () => {
    await expect(read(gzipSync(Buffer.alloc(200 << 20, 'a')))).rejects.toMatchObject({ code: 'unpacks-to-too-much' });
  });
});
