import { createKeyedHash } from '@tenure/log-secret';
import { emailAddress, holdsSeveralAddresses, nameBeside } from './email-address.js';
import { personalId, personalKeyOf } from './personal-id.js';
import { mayBeTelephone, telephoneNumber } from './telephone-number.js';

const keyed = createKeyedHash(Buffer.alloc(32, 7), 1);

describe('an e-mail address', () => {
  it.each([
    'ada@mail.com',
    'ADA@MAIL.COM',
    ' Ada@mail.com\u00a0',
    'Ada <ada@mail.com>',
    '"Lovelace, Ada" <ada@mail.com>',
    '<ada@mail.com>',
    'mailto:ada@mail.com',
    'mailto:ada@mail.com?subject=Order%207',
    'ada＠mail．com',
    'ada@mail。com',
    'ada @ mail.com',
    'ada@mail.com.',
    'ada@mail.com;',
    "'ada@mail.com'",
    'ada@mail.com (Ada Lovelace)',
    'Ada Lovelace ada@mail.com',
    'ada@mail.com, Ada@Mail.com',
    'ada@mail.com <ada@mail.com>',
    "'ada@mail.com', 'ada@mail.com'",
    '"Ada @ home" <ada@mail.com>',
    '\u200bada@mail.com\ufeff',
  ])('is the same person in every spelling: %s', (text) => {
    expect(personalKeyOf(text)).toBe('email');
    expect(personalId(keyed, 'email', text)).toBe(personalId(keyed, 'email', 'ada@mail.com'));
  });

  it.each([
    'ada',
    '@ada',
    'ada@mail',
    'ada@@mail.com',
    'K@7',
    'a b@c d',
    'ada@mail.com, ben@mail.com',
    'Ada <ada@mail.com>, Ben <ben@mail.com>',
    'ada@mail.com <ben@mail.com>',
    'ada@mail.com/ben@mail.com',
    'ada @ mail.com, ben @ mail.com',
    'mailto:ada@mail.com?cc=ben@mail.com',
  ])('is none, or not one: %s', (text) => {
    expect(personalKeyOf(text)).toBeNull();
  });

  it('may have spaces in quotes, and signs that few have', () => {
    expect(emailAddress('"ada smith"@mail.com')).toBe('"ada smith"@mail.com');
    expect(emailAddress('Ada <"ada smith"@mail.com>')).toBe('"ada smith"@mail.com');
    expect(emailAddress('c=de/o=shop/ada@mail.com')).toBe('c=de/o=shop/ada@mail.com');
  });

  it.each(['@'.repeat(999), `@${'x'.repeat(998)}`, `"${'.'.repeat(990)}@`, `a@${'.b'.repeat(499)}`, '"@'.repeat(499), `a@b.c${"'".repeat(990)}x`])(
    'is looked for without going back and forth, whatever stands there: %#',
    (text) => {
      const begun = performance.now();
      emailAddress(text);
      holdsSeveralAddresses(text);
      expect(performance.now() - begun).toBeLessThan(1_000);
    },
  );

  it('keeps its letters as they are written, and what the person is called beside it', () => {
    expect(emailAddress("O'Neil <Shane.O'Neil+shop@Mail.com>")).toBe("Shane.O'Neil+shop@Mail.com");
    expect(nameBeside('"Lovelace, Ada" <ada@mail.com>')).toBe('Lovelace, Ada');
    expect(nameBeside('ada@mail.com')).toBe('');
    expect(holdsSeveralAddresses('ada@mail.com; ben@mail.com')).toBe(true);
    expect(holdsSeveralAddresses('ada@mail.com')).toBe(false);
  });
});

describe('a telephone number', () => {
  it.each([
    ['+49 170 1234567', '+491701234567'],
    ['＋49 (0)170 1234567', '+491701234567'],
    ['0049 170 1234567', '+491701234567'],
    ['tel:+49-170-1234567', '+491701234567'],
    ['\u202a+49\u00a0170\u00a01234567\u202c', '+491701234567'],
    ['0170 1234567', '01701234567'],
    ['0170/1234567', '01701234567'],
    ['06 12 34 56 78', '0612345678'],
    ['(0170) 1234567', '01701234567'],
    ['(555) 123-4567', '5551234567'],
    ['555-123-4567', '5551234567'],
    ['138 1234 5678', '13812345678'],
    ['手机：13800138000', '13800138000'],
    ['联系电话: 13800138000', '13800138000'],
    ['Tel. 0170 1234567', '01701234567'],
    ['Tél: 0612345678', '0612345678'],
    ['Phone no. 5551234567', '5551234567'],
    ['Mobil: 01701234567', '01701234567'],
  ])('is one by the way it is written: %s', (text, digits) => {
    expect(personalKeyOf(text)).toBe('phone');
    expect(telephoneNumber(text)).toBe(digits);
  });

  it.each([
    '13812345678',
    '01701234567',
    '4711',
    '0000012345',
    '12 34',
    '2026-01-02',
    '10-20-30',
    '01-000123',
    'DE-0170 1',
    '1.2E+15',
    '12345 67890',
    'cell123456',
    'TEL-123456',
  ])('may as well be an id: %s', (text) => {
    expect(personalKeyOf(text)).toBeNull();
  });

  it('is one in digits alone where the column says so', () => {
    expect(personalKeyOf('13812345678', true)).toBe('phone');
    expect(personalKeyOf('手机', true)).toBeNull();
    expect(telephoneNumber('手机：138 1234 5678')).toBe('13812345678');
    expect(telephoneNumber('Tel. 030 123456')).toBe('030123456');
    expect(telephoneNumber('call me')).toBeNull();
  });

  it('may be meant by digits that are dialled', () => {
    expect(['13812345678', '01701234567', '0170-1234567', '00491701234567'].filter(mayBeTelephone)).toHaveLength(4);
    expect(['12345678901', '5551234567', '0000012345', '4711', '0012345678', '7654321098765'].filter(mayBeTelephone)).toEqual([]);
  });
});
