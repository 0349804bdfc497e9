import type { CellOf, Preset } from './preset.js';
import { column, creditLessDebit } from './source.js';

const ownFees = (cell: CellOf, payer: string, account: string): string | null => (cell(payer) === '' && cell(account) === '' ? 'no payer' : null);
const shared = { kind: 'purchases', identifiedBy: ['account', 'customer_id'] } as const;
const notes = 'days; what comes in is a purchase, what goes out a return: leave out what are no customers with --where';

export const sparkasseStatement: Preset = {
  ...shared,
  name: 'bank-sparkasse',
  file: 'Sparkasse: Umsätze > Export CSV-CAMT',
  signature: ['Auftragskonto', 'Buchungstag', 'Verwendungszweck', 'Beguenstigter/Zahlungspflichtiger', 'Betrag'],
  fields: {
    account: column('Kontonummer/IBAN', 'Kontonummer'),
    customer_id: column('Beguenstigter/Zahlungspflichtiger'),
    name: column('Beguenstigter/Zahlungspflichtiger'),
    occurred_at: column('Buchungstag'),
    amount: column('Betrag'),
    currency: column('Waehrung', 'Währung'),
    note: column('Verwendungszweck'),
  },
  leaveOut: (cell) => ownFees(cell, 'Beguenstigter/Zahlungspflichtiger', 'Kontonummer/IBAN'),
  currency: 'column Waehrung',
  notes,
};

export const sollHabenStatement: Preset = {
  ...shared,
  name: 'bank-soll-haben',
  file: 'Bank statement in German with columns Soll and Haben (Deutsche Bank and others)',
  signature: ['Buchungstag', 'Begünstigter / Auftraggeber', 'IBAN', 'Soll', 'Haben'],
  fields: {
    account: column('IBAN'),
    customer_id: column('Begünstigter / Auftraggeber'),
    name: column('Begünstigter / Auftraggeber'),
    occurred_at: column('Buchungstag'),
    amount: creditLessDebit('Haben', 'Soll'),
    currency: column('Währung'),
    note: column('Verwendungszweck'),
  },
  leaveOut: (cell) => ownFees(cell, 'Begünstigter / Auftraggeber', 'IBAN'),
  currency: 'column Währung, else --currency',
  notes,
};
