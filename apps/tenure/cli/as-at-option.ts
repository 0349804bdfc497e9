import { Option } from 'commander';

/** For every verb that reads. `Session.asAt` holds its value. */
export const asAtOption = new Option('--as-at <moment>', 'as recorded by this position, RFC 3339 time, or end of this day');
