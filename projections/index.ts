import type { LogExport, ReadModel } from '@tenure/querying';
import { churnLikelihood } from './churn-likelihood/index.js';
import { complaints } from './complaints/index.js';
import { customerFile } from './customer-file/index.js';
import { lifecycle } from './lifecycle/index.js';
import { lifetimeValue } from './lifetime-value/index.js';
import { modelFits } from './model-fits/index.js';
import { purchasesExport } from './purchases/index.js';
import { recurringRevenue } from './recurring-revenue/index.js';
import { retention } from './retention/index.js';
import { rejectingUnknownEvents } from './shared/known-events.js';
import { terms } from './terms/index.js';

export { customerRecords } from './churn-likelihood/customer-records.js';
export { purchaseHistories } from './lifetime-value/purchase-histories.js';
export { purchaseSampleOf } from './lifetime-value/purchase-sample.js';

/** All read models; a new one is a folder here and a name in this list. */
export const readModels: readonly ReadModel[] = [
  customerFile,
  lifecycle,
  retention,
  churnLikelihood,
  lifetimeValue,
  complaints,
  modelFits,
  recurringRevenue,
  terms,
].map((readModel) => ({
  ...readModel,
  projection: rejectingUnknownEvents(readModel.projection),
}));

/** The exports of the log itself. */
// biome-ignore lint/suspicious/noExplicitAny: each export has parameters of its own
export const logExports: readonly LogExport<any>[] = [purchasesExport];
export { daysIn } from './shared/calendar/zone-days.js';
