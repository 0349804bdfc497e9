import { words } from '@tenure/client';
import { Option } from 'commander';
import { wordOption } from './verb.js';

/** Options that mean the same in every figure and export. */
export const timezoneOption = new Option('--timezone <zone>', 'an IANA zone (default: the reporting time zone of the engine)');
export const weekStartOption = wordOption('--week-start <day>', 'first day of a week', words['/v1/retention'].weekStart);
export const fromOption = new Option('--from <day>', 'first day, e.g. 1997-01-31, or 1997-01 for its first day');
export const toOption = new Option('--to <day>', 'last day, inclusive, e.g. 1997-12-31, or 1997-12 for its last day');
export const presentOption = new Option('--present <day>', 'now, or the day at which knowledge ends (default: the day of the latest fact)');
