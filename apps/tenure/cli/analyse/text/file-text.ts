import { day, moneyText } from '../../output/figures.js';
import { grouped, printable } from '../../output/table.js';
import type { Analysis } from '../analysis.js';
import { paragraph } from './paragraph.js';

const REASONS = 3;

/** What was read, what was not, and why. */
export function fileText({ name, read, accepted, rejected, reasons, rejectedRows, leftOut, customers, amount, from, to }: Analysis['file']): string {
  if (read === 0) return paragraph(`${printable(name ?? 'stdin')}: no row.`);
  const taken = accepted === read ? `${grouped(read)} rows` : `${grouped(accepted)} of ${grouped(read)} rows`;
  const paid = amount.map(moneyText).join(' + ');
  const period = from === null ? '' : `, ${day(from)} to ${day(to)}`;
  const lines = [
    paragraph(`${printable(name ?? 'stdin')}: ${taken}, ${grouped(customers)} ${customers === 1 ? 'customer' : 'customers'}${period}${paid && `, ${paid}`}.`),
  ];
  if (leftOut > 0) lines.push(paragraph(`${grouped(leftOut)} rows were left out by their state or --where.`));
  if (rejected > 0) lines.push(paragraph(`${grouped(rejected)} ${rejected === 1 ? 'row was' : 'rows were'} rejected:`));
  for (const { reason, rows, example } of reasons.slice(0, REASONS)) {
    const sentence = rejectedRows.find(({ line }) => line === example.line)?.reason ?? reason;
    lines.push(paragraph(`- ${grouped(rows)} x ${reason}, e.g. line ${example.line}: ${printable(sentence)}`));
  }
  if (reasons.length > REASONS) lines.push(paragraph('- and others: see file.reasons of --json.'));
  return lines.join('\n');
}
