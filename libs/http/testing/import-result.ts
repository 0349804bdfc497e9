import type { ImportLine } from '@tenure/importing';

/** The last line of an import that read `read` rows, and without any further facts. */
export function importResult(read: number): Extract<ImportLine, { type: 'result' }> {
  return {
    type: 'result',
    importId: '01a226e0-1ed6-7204-a685-714cf81c6f6d',
    read,
    accepted: 0,
    duplicate: read,
    repeated: 0,
    rejected: 0,
    reasons: [],
    leftOut: 0,
    leftOutReasons: [],
    errorsFile: null,
    customers: 0,
    amount: [],
    from: null,
    to: null,
    timeZone: 'UTC',
    understood: {},
    readAs: {},
    unusedColumns: [],
    warnings: [],
    encoding: 'utf-8',
    notes: [],
    firstPosition: null,
    lastPosition: null,
    seconds: 0,
    eventsPerSecond: 0,
  };
}
