import type { MoneyAmount } from '@tenure/customer';
import type { NewEvent } from '@tenure/event-log';
import type { PlannedCommand } from '../row-planner.js';

/**
 * A later file may state a higher total, such as the amount of an order refunded so far: the command that records the difference,
 * as a fact of its own after the recorded ones (`O1-refund`, `O1-refund-2`, ...). Null if the total is not higher.
 * @param recorded the fact as it holds; null if it was voided: then nothing remains of it
 */
export function restOfTotal(planned: PlannedCommand, recorded: NewEvent | null): PlannedCommand | null {
  const { command, total } = planned;
  if (!total) return null;
  const { amount, returnId } = command.data as { readonly amount: MoneyAmount; readonly returnId: string };
  const before = (recorded?.data as { readonly amount: MoneyAmount } | undefined)?.amount ?? { minor: 0, currency: amount.currency };
  if (before.currency !== amount.currency || amount.minor <= before.minor) return null;
  const first = total.first ?? { id: command.id, returnId };
  const nth = total.nth + 1;
  const data = { ...command.data, returnId: `${first.returnId}-${nth}`, amount: { ...amount, minor: amount.minor - before.minor } };
  return { ...planned, command: { ...command, id: `${first.id}.${nth}`, formerIds: undefined, data }, total: { ...total, nth, first } };
}
