import type { Difference, ProjectionCheck } from '@tenure/projecting';

const NAMED = 3;

/**
 * What a person has to know when a read model differs from what its events say: somebody may have changed it. A rebuild would
 * destroy the evidence.
 * @param unchecked how many events of the log have nothing that shows whether they were changed
 */
export function possibleTampering(checks: readonly ProjectionCheck[], unchecked: number): string {
  const differing = checks.filter(({ identical }) => !identical);
  const differences = differing.flatMap((each) => each.differences);
  const named = differences.slice(0, NAMED).map(sentenceOf).join('; ');
  const side =
    unchecked === 0
      ? 'Every event of the log is what was recorded, so the read model was changed, or a fault of ours made it differ.'
      : `Of the log ${unchecked} events have no checksum that could be looked at: either side may have been changed.`;
  return (
    `Possible tampering: ${differing.map(({ projection }) => projection).join(', ')} differ from what the log says` +
    `${named === '' ? '' : ` (${named}${differences.length > NAMED ? `; and ${differences.length - NAMED} more` : ''})`}. ${side} ` +
    'Keep a copy of the read models, find out who could write them, and report it if nobody could; only then build them anew with tenure rebuild.'
  );
}

function sentenceOf({ projection, customerId, field, change }: Difference): string {
  const what = customerId === null ? `the sum ${field}` : `customer ${customerId}${field === '' ? '' : `, ${field}`}`;
  return `${projection}: ${what} was ${change} in the read model`;
}
