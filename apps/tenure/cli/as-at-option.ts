import { Option } from 'commander';

/** Of every verb that reads: `Session.asAt` is what it was given. */
export const asAtOption = new Option('--as-at <moment>', 'as recorded by this position, RFC 3339 time, or end of this day');
