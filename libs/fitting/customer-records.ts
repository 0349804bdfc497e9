import type { CustomerRecord } from '@tenure/models';

/**
 * The data that models of staying learn from: what each customer with a purchase did, by days in the zone of the reports, in chunks,
 * wherever it is kept. Can be read more than once. All facts are in it, also those dated after the day in question.
 */
export interface CustomerRecords {
  read(): AsyncIterable<Iterable<CustomerRecord>>;
}
