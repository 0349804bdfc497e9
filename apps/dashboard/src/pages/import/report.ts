import type { Schemas } from '@tenure/client/browser';

export type ImportResult = Schemas['ImportResult'];
export type Rejection = Schemas['ImportRejection'];

/** So many rejected rows are kept to be shown and saved; all are counted. */
export const mostKept = 10_000;

/** What is known so far of an import, or of its trial. */
export interface Report {
  readonly source: Schemas['ImportSource'] | null;
  /** The first rejected rows. One array for the whole import: it grows. */
  readonly rejected: Rejection[];
  readonly bytes: number;
  readonly rows: number;
  readonly rejectedRows: number;
  readonly result: ImportResult | null;
  /** Why it ended without a result. */
  readonly failure: string | null;
}

export const nothingYet = (): Report => ({ source: null, rejected: [], bytes: 0, rows: 0, rejectedRows: 0, result: null, failure: null });

/** The report after one more line of the answer. */
export function withLine(report: Report, line: Schemas['ImportLine']): Report {
  switch (line.type) {
    case 'source':
      return { ...report, source: line };
    case 'rejected':
      if (report.rejected.length < mostKept) report.rejected.push(line);
      return { ...report, rejectedRows: report.rejectedRows + 1 };
    case 'progress':
      return { ...report, bytes: line.bytes, rows: line.rows };
    case 'result':
      return { ...report, result: line, rows: line.read, rejectedRows: line.rejected };
    case 'failed':
      return { ...report, failure: line.problem.detail };
  }
}

/** The rejected rows as a file to be corrected and imported again. */
export function errorsFile({ source, rejected }: Report): string {
  const lines = rejected.map(({ errorsLine }) => errorsLine);
  return `${[...(source?.errorsHeader ? [source.errorsHeader] : []), ...lines].join('\n')}\n`;
}
