import type {
  ComplaintCorrected,
  ComplaintLogged,
  ComplaintReopened,
  ComplaintResolved,
  ComplaintVoided,
  CountedAnswer,
  CountedComplaint,
  CustomerDetailsChanged,
  CustomerRegistered,
  Occurrence,
  SatisfactionCorrected,
  SatisfactionRecorded,
  SatisfactionVoided,
  VisitCorrected,
  VisitVoided,
} from '@tenure/customer';
import { occurrenceOf } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import type { Projection } from '@tenure/projecting';
import type { CellAmount } from '@tenure/read-store';
import { keep } from '../shared/counted/counted-facts.js';
import { countClosing, isClosed } from '../shared/last-write/closing.js';
import { isLater, stampOf } from '../shared/last-write/last-write.js';
import { writePersonal, writerOf } from '../shared/last-write/personal-fields.js';
import { changeEntry, writeAll } from '../shared/last-write/register-list.js';
import { addAmount, isNothing, limbCells, noLimbs } from '../shared/money/limbs.js';
import { eachPurchaseChange } from '../shared/occurrences/counted-purchases.js';
import { eachReturnChange } from '../shared/occurrences/counted-returns.js';
import { countOccurrence } from '../shared/occurrences/occurrences.js';
import { closedCustomers, customers, ofParty, purchasesIn, returnedIn, returnsIn, spendIn } from './cells.js';
import { type CountedComplaintSteps, type CurrencyTotal, emptyFile, type FileDocument, type SatisfactionAnswer } from './document.js';
import { takeIn } from './subscriptions.js';
import { addEntry } from './timeline.js';

/** Cells: how many customers there are, and by currency what they bought and returned. */
export const customerFileProjection: Projection<FileDocument> = {
  name: 'customer-file',
  version: 5,
  of: 'customer',
  reads: 'all',
  given: ['attributes', 'satisfaction'],
  initial: emptyFile,

  evolve(file, event) {
    file.events += 1;
    addEntry(file.timeline, event);
    file.closings = countClosing(file.closings, event);
    folds[event.type]?.(file, event);
    return file;
  },

  contributions(file) {
    const cells: CellAmount[] = [[customers, 1]];
    if (file.party !== null) cells.push([ofParty(file.party[0]), 1]);
    if (isClosed(file.closings)) cells.push([closedCustomers, 1]);
    for (const [currency, purchases, spend, returns, returned] of file.totals) {
      cells.push([purchasesIn.of(currency), purchases], [returnsIn.of(currency), returns]);
      cells.push(...limbCells(spendIn, currency, spend), ...limbCells(returnedIn, currency, returned));
    }
    return cells.filter(([, amount]) => amount !== 0);
  },
};

type Fold = (file: FileDocument, event: RecordedEvent) => void;

const folds: Readonly<Record<string, Fold>> = {
  CustomerRegistered(file, event) {
    const stamp = stampOf(event.type, event);
    file.since = Math.min(file.since ?? stamp, stamp);
    takeInDetails(file, event);
  },
  CustomerDetailsChanged: takeInDetails,
  CustomerClosed(file, event) {
    const { reason = null } = (event.personal ?? {}) as { readonly reason?: string };
    const [stamp, writer] = [stampOf(event.type, event), writerOf(event)];
    if (file.closed === null || isLater(stamp, writer, file.closed[0], file.closed[2])) file.closed = [stamp, reason, writer];
  },

  PurchaseRecorded: takeInPurchases,
  PurchaseCorrected: takeInPurchases,
  PurchaseVoided: takeInPurchases,
  PurchaseReturned: takeInReturns,
  ReturnCorrected: takeInReturns,
  ReturnVoided: takeInReturns,

  VisitRecorded: (file, event) => countOccurrence(file.visits, event, 1),
  VisitCorrected(file, event) {
    const { was, now } = event.data as VisitCorrected;
    countOccurrence(file.visits, occurrenceOf(was.occurredAt), -1);
    countOccurrence(file.visits, occurrenceOf(now.occurredAt), 1);
  },
  VisitVoided: (file, event) => countOccurrence(file.visits, occurrenceOf((event.data as VisitVoided).was.occurredAt), -1),

  SubscriptionStarted: (file, event) => takeIn(file.subscriptions, event),
  SubscriptionChanged: (file, event) => takeIn(file.subscriptions, event),
  SubscriptionRenewed: (file, event) => takeIn(file.subscriptions, event),
  SubscriptionCancelled: (file, event) => takeIn(file.subscriptions, event),

  ComplaintLogged: (file, event) => countComplaint(file, event.data as ComplaintLogged, 1, 0),
  ComplaintResolved: (file, event) => countComplaint(file, event.data as ComplaintResolved, 0, 1),
  ComplaintReopened: (file, event) => countComplaint(file, event.data as ComplaintReopened, 0, -1),
  ComplaintCorrected(file, event) {
    const data = event.data as ComplaintCorrected;
    countComplaint(file, data, 0, resolvedIn(data.now) - resolvedIn(data.was));
  },
  ComplaintVoided(file, event) {
    const data = event.data as ComplaintVoided;
    countComplaint(file, data, -1, -resolvedIn(data.was));
  },

  SatisfactionRecorded(file, event) {
    const [answers, owed] = file.satisfaction;
    keep(answerOf(event, event.data as SatisfactionRecorded), answers, owed);
  },
  SatisfactionCorrected(file, event) {
    const { was, now } = event.data as SatisfactionCorrected;
    const [answers, owed] = file.satisfaction;
    keep(answerOf(occurrenceOf(was.occurredAt), was), owed, answers);
    keep(answerOf(occurrenceOf(now.occurredAt), now), answers, owed);
  },
  SatisfactionVoided(file, event) {
    const { was } = event.data as SatisfactionVoided;
    const [answers, owed] = file.satisfaction;
    keep(answerOf(occurrenceOf(was.occurredAt), was), owed, answers);
  },
};

function takeInDetails(file: FileDocument, event: RecordedEvent): void {
  const { party, attributes } = event.data as CustomerRegistered | CustomerDetailsChanged;
  const stamp = stampOf(event.type, event);
  if (party !== undefined && (file.party === null || isLater(stamp, party, file.party[1], file.party[0]))) file.party = [party, stamp];
  writeAll(file.attributes, attributes, stamp);
  const personal = (event.personal ?? {}) as Record<string, string | null>;
  // a note is about the event, not the person
  for (const field in personal) if (field !== 'note') writePersonal(file.personal, field, personal[field]!, stamp, event);
}

function takeInPurchases(file: FileDocument, event: RecordedEvent): void {
  eachPurchaseChange(event, ({ at, minor, currency }, by) => {
    changeTotal(file, currency, (total) => {
      total[1] += by;
      addAmount(total[2], by * minor);
    });
    countOccurrence(file.purchases, at, by);
  });
}

function takeInReturns(file: FileDocument, event: RecordedEvent): void {
  eachReturnChange(event, ({ amount }, by) =>
    changeTotal(file, amount.currency, (total) => {
      total[3] += by;
      addAmount(total[4], by * amount.minor);
    }),
  );
}

/** A currency of which nothing is left leaves no trace. */
function changeTotal({ totals }: FileDocument, currency: string, by: (total: CurrencyTotal) => void): void {
  changeEntry(totals, currency, () => [currency, 0, noLimbs(), 0, noLimbs()], by, isNoTotal);
}

const isNoTotal = ([, purchases, spend, returns, returned]: CurrencyTotal): boolean =>
  purchases === 0 && returns === 0 && isNothing(spend) && isNothing(returned);

function countComplaint({ complaints }: FileDocument, { complaintId }: { readonly complaintId: string }, logged: number, resolved: number): void {
  const count = (complaint: CountedComplaintSteps): void => {
    complaint[1] += logged;
    complaint[2] += resolved;
  };
  changeEntry(
    complaints,
    complaintId,
    () => [complaintId, 0, 0],
    count,
    ([, times, more]) => times === 0 && more === 0,
  );
}

/** How much more often it was resolved than reopened. */
function resolvedIn({ steps }: CountedComplaint): number {
  return steps.reduce((sum, { step }) => sum + (step === 'resolved' ? 1 : step === 'reopened' ? -1 : 0), 0);
}

function answerOf(at: Occurrence, { metric, score, min, max, about }: Omit<CountedAnswer, 'occurredAt'>): SatisfactionAnswer {
  return [stampOf('SatisfactionRecorded', at), metric, score, min, max, about ?? null];
}
