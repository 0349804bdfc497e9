export { CUSTOMER_STREAMS, customerOf, streamOf } from './customer-stream.js';
export * from './errors.js';
export * from './event.js';
export * from './event-id.js';
export * from './event-log.js';
export { firstAndLast } from './first-and-last.js';
export { durability, openForReading } from './sqlite/open-database.js';
export { SqliteEventLogReader } from './sqlite/reader.js';
export { SqliteEventLog } from './sqlite/sqlite-event-log.js';
