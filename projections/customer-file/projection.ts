import type { ComplaintLogged, CustomerDetailsChanged, CustomerRegistered, MoneyAmount, SatisfactionRecorded } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import type { Projection } from '@tenure/projecting';
import type { CellAmount } from '@tenure/read-store';
import { isClosed } from '../last-write/closing.js';
import { isLater, stampOf } from '../last-write/last-write.js';
import { placeOf, write, writeAll } from '../last-write/register-list.js';
import { type CurrencyTotal, emptyFile, type FileDocument } from './document.js';
import { takeIn } from './subscriptions.js';
import { addEntry } from './timeline.js';

/**
 * Cells: `n` customers, `x` closed ones, `tperson` by party; and per currency `pUSD` purchases, `mUSD` what was paid,
 * `qUSD` returns, `rUSD` what was given back.
 */
export const customerFileProjection: Projection<FileDocument> = {
  name: 'customer-file',
  version: 1,
  initial: emptyFile,

  evolve(file, event) {
    file.events += 1;
    addEntry(file.timeline, event);
    folds[event.type]?.(file, event);
    return file;
  },

  contributions(file) {
    const cells: CellAmount[] = [['n', 1]];
    if (file.party !== null) cells.push([`t${file.party[0]}`, 1]);
    if (isClosed(file.closing?.[0] ?? null)) cells.push(['x', 1]);
    for (const [currency, purchases, spend, returns, returned] of file.totals) {
      cells.push([`p${currency}`, purchases], [`m${currency}`, spend], [`q${currency}`, returns], [`r${currency}`, returned]);
    }
    return cells.filter(([, amount]) => amount !== 0);
  },
};

type Fold = (file: FileDocument, event: RecordedEvent) => void;

const folds: Readonly<Record<string, Fold>> = {
  CustomerRegistered(file, event) {
    file.since = Math.min(file.since ?? Infinity, event.occurredAt);
    takeInDetails(file, event);
  },
  CustomerDetailsChanged: takeInDetails,
  CustomerClosed: takeInClosing,
  CustomerReopened: takeInClosing,

  PurchaseRecorded(file, event) {
    const { amount } = event.data as { amount: MoneyAmount };
    const total = totalIn(file, amount.currency);
    total[1] += 1;
    total[2] += amount.minor;
    file.firstPurchase = Math.min(file.firstPurchase ?? Infinity, event.occurredAt);
    file.lastPurchase = Math.max(file.lastPurchase ?? -Infinity, event.occurredAt);
  },
  PurchaseReturned(file, event) {
    const { amount } = event.data as { amount: MoneyAmount };
    const total = totalIn(file, amount.currency);
    total[3] += 1;
    total[4] += amount.minor;
  },

  VisitRecorded(file, event) {
    file.visits += 1;
    file.lastVisit = Math.max(file.lastVisit ?? -Infinity, event.occurredAt);
  },

  SubscriptionStarted: (file, event) => takeIn(file.subscriptions, event),
  SubscriptionChanged: (file, event) => takeIn(file.subscriptions, event),
  SubscriptionRenewed: (file, event) => takeIn(file.subscriptions, event),
  SubscriptionCancelled: (file, event) => takeIn(file.subscriptions, event),

  ComplaintLogged: takeInComplaint,
  ComplaintResolved: takeInComplaint,
  ComplaintReopened: takeInComplaint,

  SatisfactionRecorded(file, event) {
    const { metric, score, min, max, about = null } = event.data as SatisfactionRecorded;
    write(file.satisfaction, metric, [score, min, max, about], stampOf(event));
  },
};

function takeInDetails(file: FileDocument, event: RecordedEvent): void {
  const { party, attributes } = event.data as CustomerRegistered | CustomerDetailsChanged;
  const stamp = stampOf(event);
  if (party !== undefined && (file.party === null || isLater(stamp, party, file.party[1], file.party[0]))) file.party = [party, stamp];
  writeAll(file.attributes, attributes, stamp);
  const personal = (event.personal ?? {}) as Record<string, string | null>;
  // a note is about the event, not the person
  for (const field in personal) if (field !== 'note') write(file.personal, field, personal[field]!, stamp);
}

function takeInClosing(file: FileDocument, event: RecordedEvent): void {
  const { reason } = event.data as { reason: string };
  const stamp = stampOf(event);
  if (file.closing === null || isLater(stamp, reason, file.closing[0], file.closing[1])) file.closing = [stamp, reason];
}

function takeInComplaint({ complaints }: FileDocument, event: RecordedEvent): void {
  const { complaintId } = event.data as ComplaintLogged;
  const stamp = stampOf(event);
  const place = placeOf(complaints, complaintId);
  const held = complaints[place];
  if (held?.[0] !== complaintId) complaints.splice(place, 0, [complaintId, stamp]);
  else held[1] = Math.max(held[1], stamp);
}

function totalIn({ totals }: FileDocument, currency: string): CurrencyTotal {
  const place = placeOf(totals, currency);
  if (totals[place]?.[0] !== currency) totals.splice(place, 0, [currency, 0, 0, 0, 0]);
  return totals[place]!;
}
