import type { TimeValue } from '../fields/dates/cell-time.js';
import { timeText } from '../fields/dates/time-text.js';
import { emailAddress } from '../identity/email-address.js';
import { customerFileWords } from '../mapping/vocabulary/facts.js';
import { partyWords } from './enumerated.js';
import { identifyingFields, kindOf, type RowBasis, type Step } from './kind.js';

interface CustomerRow extends RowBasis {
  readonly occurred_at?: TimeValue;
  readonly party?: string;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly birth_date?: string;
  readonly region?: string;
  readonly note?: string;
}

/** One customer per row: registered if unknown, otherwise changed to what the row says. Empty cells leave the value as it is. */
export const customers = kindOf<CustomerRow>({
  name: 'customers',
  fields: {
    customer_id: identifyingFields.customer_id,
    occurred_at: { type: 'time' },
    party: { type: 'word', words: partyWords },
    name: { type: 'text', pointer: '/personal/name' },
    email: { type: 'text', pointer: '/personal/email' },
    phone: { type: 'text', pointer: '/personal/phone' },
    address: { type: 'text', pointer: '/personal/address' },
    birth_date: { type: 'day', pointer: '/personal/birthDate' },
    region: { type: 'text', pointer: '/attributes/region' },
    note: { type: 'text' },
  },
  words: customerFileWords,
  key: null,
  core: [],
  states: true,
  takesAttributes: true,
  steps(row) {
    const attributes = row.region === undefined ? row.attributes : { region: row.region, ...row.attributes };
    const details = { customerId: row.customer_id, party: row.party, personal: personalOf(row), attributes, note: row.note };
    const occurredAt = row.occurred_at === undefined ? undefined : timeText(row.occurred_at);
    const change: Step = { name: 'ChangeCustomerDetails', data: details };
    return [{ name: 'RegisterCustomer', data: { ...details, occurredAt }, otherwise: change }];
  },
});

function personalOf({ name, email, phone, address, birth_date }: CustomerRow): object | undefined {
  const given = Object.entries({ name, email: email && (emailAddress(email) ?? email), phone, address, birthDate: birth_date }).filter(
    ([, value]) => value !== undefined,
  );
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}
