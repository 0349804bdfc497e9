import type { QueryContext, Row } from '@tenure/querying';
import type { StoredDocument } from '@tenure/read-store';
import { openPersonal, sealedCell } from '../shared/reading/open-personal.js';
import { rowOf } from './columns.js';
import type { FileDocument } from './document.js';
import { type Together, together } from './section.js';
import { currencyColumns } from './sections/purchases/columns.js';
import { sections } from './sections.js';

/** One line about a customer, for lists. */
export type CustomerLine = Together<Frame | ReturnType<Listed['line']['of']>>;

type Listed = (typeof listed)[number];
type Shown = Together<ReturnType<Listed['show']>>;

interface Frame {
  readonly customerId: string;
  readonly revision: number;
}

const listed = sections.flatMap((section) => ('line' in section ? [section] : []));

/** The parts of the sections in a line. */
export const lineAnswer = together(listed.map(({ line }) => line.answer));

export const lineOf = (frame: Frame, shown: Shown): CustomerLine => together([frame, ...listed.map(({ line }) => line.of(shown))]);

/** With its name as stored; `openLines` opens it. */
export const showLine = ({ key, revision }: StoredDocument, file: FileDocument): CustomerLine =>
  lineOf({ customerId: key, revision }, together(listed.map((section) => section.show(file))));

/** Opens lines for their reader. */
export async function openLines(context: QueryContext, lines: readonly CustomerLine[]): Promise<CustomerLine[]> {
  const opened = await openPersonal(
    context,
    lines.map(({ customerId, name }) => ({ customerId, fields: { name } })),
  );
  return lines.map((line, at) => {
    const { fields, sealed } = opened[at]!;
    return { ...line, name: fields['name'] ?? null, ...(sealed !== null && { sealed }) };
  });
}

/** Columns of a list of customers: those of currencies come last, so that a new one moves no other column. */
export const lineColumns = (currencies: readonly string[]): string[] => [
  'customerId',
  'revision',
  ...Object.keys(lineAnswer).filter((name) => name !== 'totals'),
  ...Object.keys(columnsIn(currencies)),
];

export const lineRow = ({ totals, sealed, ...line }: CustomerLine, currencies: readonly string[]): Row => ({
  ...line,
  sealed: sealedCell(sealed),
  ...rowOf(columnsIn(currencies), { totals }),
});

const columnsIn = (currencies: readonly string[]) => together(currencies.map((currency) => currencyColumns.of(currency)));
