import { type CustomerDetailsChanged, type CustomerRegistered, type Party, parties } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import type { StillSealed } from '@tenure/querying';
import { mapOf, oneOf, orNull, record, scalarOrNull, text } from '@tenure/shape/schema';
import { type Closings, countClosing, isClosed } from '../../../shared/last-write/closing.js';
import { isLater, stampOf } from '../../../shared/last-write/last-write.js';
import { type PersonalFields, writePersonal, writerOf } from '../../../shared/last-write/personal-fields.js';
import { presentValues, type RegisterList, type Scalar, writeAll } from '../../../shared/last-write/register-list.js';
import { sealedCell, stillSealed } from '../../../shared/reading/open-personal.js';
import { dateOfStamp } from '../../dates.js';
import { customerStatuses } from '../../parameters.js';
import type { Exported, Listed, Section } from '../../section.js';
import { attributeColumns } from './attribute-columns.js';

export interface IdentityPart {
  /** Stamp of the first registration. */
  since: number | null;
  party: [value: Party, stamp: number] | null;
  closings: Closings;
  closed: LastClosing | null;
  attributes: RegisterList;
  /** Personal fields together, so that they can be sealed and erased together. */
  personal: PersonalFields;
}

/** With its reason, sealed; null where it is not known. */
type LastClosing = [stamp: number, reason: string | null, writer: string];

interface ShownIdentity {
  readonly party: string | null;
  readonly status: (typeof customerStatuses)[number];
  readonly since: string | null;
  /** `reason` is null where it is sealed. */
  readonly closed: { readonly at: string; readonly reason: string | null } | null;
  /** As stored, until the page is opened. */
  readonly personal: Readonly<Record<string, string | null>>;
  /** Left out when nothing is sealed. */
  readonly sealed?: StillSealed;
  readonly attributes: Readonly<Record<string, Scalar>>;
}

interface IdentityLine extends Pick<ShownIdentity, 'party' | 'status' | 'sealed' | 'since'> {
  readonly name: string | null;
}

/** How many customers are closed; `tperson`: how many of a type of party. */
export const closedCustomers = 'x';
export const ofParty = (party: string): string => `t${party}`;

export const statusOf = ({ closings }: IdentityPart): ShownIdentity['status'] => (isClosed(closings) ? 'closed' : 'active');

const facts = { party: orNull(oneOf(parties)), status: oneOf(customerStatuses) };

export const identity: Section<IdentityPart, ShownIdentity> & Listed<ShownIdentity, IdentityLine> & Exported<ShownIdentity> = {
  initial: () => ({ since: null, party: null, closings: 0, closed: null, attributes: [], personal: [] }),

  folds: {
    CustomerRegistered(part, event) {
      const stamp = stampOf(event.type, event);
      part.since = Math.min(part.since ?? stamp, stamp);
      takeInDetails(part, event);
    },
    CustomerDetailsChanged: takeInDetails,
    CustomerClosed(part, event) {
      part.closings = countClosing(part.closings, event);
      const { reason = null } = (event.personal ?? {}) as { readonly reason?: string };
      const [stamp, writer] = [stampOf(event.type, event), writerOf(event)];
      if (part.closed === null || isLater(stamp, writer, part.closed[0], part.closed[2])) part.closed = [stamp, reason, writer];
    },
    CustomerReopened(part, event) {
      part.closings = countClosing(part.closings, event);
    },
  },
  given: ['attributes'],

  contribute({ party, closings }, cells) {
    if (party !== null) cells.push([ofParty(party[0]), 1]);
    if (isClosed(closings)) cells.push([closedCustomers, 1]);
  },

  show(part) {
    const { party, since, closed, personal, attributes } = part;
    const status = statusOf(part);
    return {
      party: party?.[0] ?? null,
      status,
      since: since === null ? null : dateOfStamp(since),
      closed: status === 'closed' ? { at: dateOfStamp(closed![0]), reason: closed![1] } : null,
      personal: presentValues(personal),
      attributes: presentValues(attributes),
    };
  },
  answer: {
    ...facts,
    since: orNull(text),
    closed: orNull(record({ at: text, reason: orNull(text) })),
    personal: mapOf(orNull(text)),
    sealed: stillSealed,
    attributes: mapOf(scalarOrNull),
  },
  texts: {
    since: 'When the customer was first registered',
    personal: 'Name, e-mail, phone, address and birth date, as far as known',
    sealed:
      'Personal fields that are known and not shown, and why, those of the last closing and of the timeline as closed.reason, timeline.subject and so on: the key of the customer cannot be had, or your key has no role for personal data. In rows: their names',
    attributes: 'What you told us about the customer',
  },
  line: {
    answer: { ...facts, name: orNull(text), sealed: stillSealed, since: orNull(text) },
    of: ({ party, status, personal, since }) => ({ party, status, name: personal['name'] ?? null, since }),
  },
  columns: {
    party: ({ party }) => party,
    status: ({ status }) => status,
    name: ({ personal }) => personal['name'] ?? null,
    email: ({ personal }) => personal['email'] ?? null,
    phone: ({ personal }) => personal['phone'] ?? null,
    address: ({ personal }) => personal['address'] ?? null,
    birthDate: ({ personal }) => personal['birthDate'] ?? null,
    sealed: ({ sealed }) => sealedCell(sealed),
    since: ({ since }) => since,
  },
  named: attributeColumns,
};

function takeInDetails(part: IdentityPart, event: RecordedEvent): void {
  const { party, attributes } = event.data as CustomerRegistered | CustomerDetailsChanged;
  const stamp = stampOf(event.type, event);
  if (party !== undefined && (part.party === null || isLater(stamp, party, part.party[1], part.party[0]))) part.party = [party, stamp];
  writeAll(part.attributes, attributes, stamp);
  const personal = (event.personal ?? {}) as Record<string, string | null>;
  // a note is about the event, not the person
  for (const field in personal) if (field !== 'note') writePersonal(part.personal, field, personal[field]!, stamp, event);
}
