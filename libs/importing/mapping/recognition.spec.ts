import { createKeyedHash } from '@tenure/log-secret';
import { ImportRefused } from '../import-refused.js';
import { findKind } from '../kinds/index.js';
import { mapFile } from './file-mapping.js';
import { headerWord, headerWords } from './header-word.js';

const identification = { keyed: createKeyedHash(Buffer.alloc(32, 7), 1), hasPlainIds: false, former: { has: () => false } };
const mapped = (kind: string, names: string, ...rows: string[]) =>
  Object.fromEntries(
    mapFile(findKind(kind), { identification }, { names: names.split(','), sample: rows.map((row) => row.split(',')) }).mapped.map(({ field, column }) => [
      field,
      column,
    ]),
  );
const refusal = (kind: string, names: string, ...rows: string[]): string => {
  try {
    mapped(kind, names, ...rows);
  } catch (error) {
    if (error instanceof ImportRefused) return error.message;
    throw error;
  }
  return 'not refused';
};

describe('a header is one word', () => {
  it('whatever its case, spaces, marks, width and umlauts', () => {
    const forms = ['Customer ID', 'customer_id', 'CUSTOMER-ID', 'CustomerId', '\uFEFFCustomer Id ', 'ＣｕｓｔｏｍｅｒＩＤ', 'customer.id', 'customer\u200bid'];
    expect(new Set(forms.map(headerWord))).toEqual(new Set(['customerid']));
    expect(new Set(['Käufer', 'KÄUFER', 'Kaeufer', 'Ka\u0308ufer'].map(headerWord))).toEqual(new Set(['kaeufer']));
    expect(headerWord('Straße')).toBe('strasse');
    expect(headerWord('Prénom')).toBe('prenom');
  });

  it('and another without what stands in brackets', () => {
    expect(headerWords('Amount (USD)')).toEqual(['amountusd', 'amount']);
    expect(headerWords('金额（元）')).toEqual(['金额元', '金额']);
  });
});

describe('columns are recognised', () => {
  it.each([
    ['Customer Number,Order No.,Order Date,Order Total,Currency', 'Customer Number', 'Order Date', 'Order Total', 'Order No.'],
    ['Kundennr.;Bestell-Nr.;Bestelldatum;Gesamtbetrag;Währung', 'Kundennr.', 'Bestelldatum', 'Gesamtbetrag', 'Bestell-Nr.'],
    ['Kundennummer;Rechnungsnummer;Rechnungsdatum;Rechnungsbetrag', 'Kundennummer', 'Rechnungsdatum', 'Rechnungsbetrag', 'Rechnungsnummer'],
    ['客户编号,订单号,下单时间,订单金额（元）,币种', '客户编号', '下单时间', '订单金额（元）', '订单号'],
    ['会员卡号,小票号,消费日期,消费金额', '会员卡号', '消费日期', '消费金额', '小票号'],
    ['id,user_id,created_at,total', 'user_id', 'created_at', 'total', 'id'],
    ['InvoiceNo,InvoiceDate,CustomerID,Amount', 'CustomerID', 'InvoiceDate', 'Amount', 'InvoiceNo'],
  ])('of purchases in %s', (names, customer_id, occurred_at, amount, order_id) => {
    expect(mapped('purchases', names.replaceAll(';', ','))).toMatchObject({ customer_id, occurred_at, amount, order_id });
  });

  it.each([
    [
      'customers',
      'Kundennr,Vorname,Nachname,E-Mail,Telefon,Land',
      { customer_id: 'Kundennr', name: 'Vorname + Nachname', email: 'E-Mail', phone: 'Telefon', region: 'Land' },
    ],
    [
      'customers',
      '会员编号,姓名,手机号码,邮箱,省份,注册时间',
      { customer_id: '会员编号', name: '姓名', phone: '手机号码', region: '省份', occurred_at: '注册时间' },
    ],
    [
      'complaints',
      'Ticket ID,Customer ID,Opened,Subject,Priority,Closed',
      { complaint_id: 'Ticket ID', occurred_at: 'Opened', severity: 'Priority', resolved_at: 'Closed' },
    ],
    [
      'complaints',
      '投诉编号,客户编号,投诉时间,投诉主题,严重程度',
      { complaint_id: '投诉编号', occurred_at: '投诉时间', subject: '投诉主题', severity: '严重程度' },
    ],
    [
      'complaints',
      'Reklamationsnr,Kundennr,Eingangsdatum,Betreff,Erledigt am',
      { complaint_id: 'Reklamationsnr', occurred_at: 'Eingangsdatum', resolved_at: 'Erledigt am' },
    ],
    ['visits', 'Kundennr,Besuchsdatum,Kontaktart,Ergebnis,Ort', { occurred_at: 'Besuchsdatum', channel: 'Kontaktart', result: 'Ergebnis', place: 'Ort' }],
    ['visits', '客户编号,拜访时间,拜访方式,拜访结果', { customer_id: '客户编号', occurred_at: '拜访时间', channel: '拜访方式', result: '拜访结果' }],
    ['satisfaction', 'Customer ID,Response Date,Metric,Score,Comment', { occurred_at: 'Response Date', metric: 'Metric', score: 'Score', comment: 'Comment' }],
    ['satisfaction', 'Kundennr,Umfragedatum,Kennzahl,Bewertung', { occurred_at: 'Umfragedatum', metric: 'Kennzahl', score: 'Bewertung' }],
    ['objections', 'Customer ID,Objected on,Received via', { customer_id: 'Customer ID', occurred_at: 'Objected on', channel: 'Received via' }],
    ['objections', 'Kundennr,Widerspruchsdatum,Eingangskanal', { customer_id: 'Kundennr', occurred_at: 'Widerspruchsdatum', channel: 'Eingangskanal' }],
    ['objections', '客户编号,异议日期,异议人', { customer_id: '客户编号', occurred_at: '异议日期', objected_by: '异议人' }],
  ])('of %s in %s', (kind, names, fields) => {
    expect(mapped(kind, names)).toMatchObject(fields);
  });

  it('the likeliest of several: what was paid in all goes before parts of it', () => {
    expect(mapped('purchases', 'customer,date,Subtotal,Tax,Total,Paid')).toMatchObject({ amount: 'Total' });
    expect(mapped('purchases', '客户编号,下单时间,订单金额,实付金额')).toMatchObject({ amount: '实付金额' });
    expect(mapped('purchases', 'Kunde,Datum,Netto,Brutto')).toMatchObject({ amount: 'Brutto' });
  });

  it('but not by a column whose cells cannot be such values', () => {
    const rows = ['7,yes,Mon,2026-01-02,12.00', '8,no,Tue,2026-01-03,3.50'];
    expect(mapped('purchases', 'customer,Betrag,Day,Date,Value', ...rows)).toMatchObject({ amount: 'Value', occurred_at: 'Date' });
  });

  it('a day and its time of day as one moment', () => {
    expect(mapped('purchases', 'customer,Date,Time,Total', '7,2026-01-02,10:30:00,3')).toMatchObject({ occurred_at: 'Date + Time' });
    expect(mapped('purchases', 'customer,Date,Time,Total', '7,2026-01-02 09:00,10:30:00,3')).toMatchObject({ occurred_at: 'Date' });
  });

  it('each column once, and never a column that is mapped already', () => {
    const columns = { names: ['Kunde', 'Datum', 'Betrag', 'Nr'], sample: [] };
    const fields = mapFile(findKind('purchases'), { identification, map: { order_id: 'Kunde', customer_id: 'Nr' } }, columns).mapped;
    expect(fields.flatMap(({ field, column, by }) => (by === 'id' ? [] : [[field, column, by]]))).toEqual([
      ['customer_id', 'Nr', 'map'],
      ['order_id', 'Kunde', 'map'],
      ['occurred_at', 'Datum', 'words'],
      ['amount', 'Betrag', 'words'],
    ]);
  });
});

describe('a column that is not recognised', () => {
  it('is suggested where one is likely, and never just the first', () => {
    expect(refusal('purchases', 'Note,Customer,Total,Datum der Lieferung')).toContain('if it is "Datum der Lieferung"');
    expect(refusal('purchases', 'Note,Customer,Ammount,Date')).toContain('--map amount=Ammount');
    expect(refusal('purchases', 'a,Customer,b,c', 'x,7,y,2026-01-02', 'x,8,z,2026-01-03')).toContain('--map occurred_at=c');
    expect(refusal('purchases', 'a,b,c')).toContain('--map customer_id=COLUMN');
    expect(refusal('purchases', 'a,b,c')).toContain('The columns are: a, b, c');
  });

  it('nor is one of two that are as likely: both are named', () => {
    expect(refusal('purchases', 'Customer,Date,Order Total,Grand Total')).toBe(
      `amount could be "Order Total" or "Grand Total": say which it is, e.g. --map amount='"Order Total"'`,
    );
  });
});
