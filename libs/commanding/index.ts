export type { AppendedEvent, Command, Outcome } from './command.js';
export { CommandProcessor, type CommandProcessorOptions } from './command-processor.js';
export type { CommandRow, Refusal, RowCommand, RowOutcome } from './command-row.js';
export type { CustomerRecordsOptions } from './customer-records.js';
export { isKnownCustomer } from './known-customer.js';
