import { BadQuery } from '@tenure/querying';
import type { Scalar } from '../shared/last-write/register-list.js';
import { readGroup } from '../shared/query-parameters/group.js';

/** The group that a list is about; undefined where it is about all. */
export function wantedGroup(by: string | null, group: string | undefined): Scalar | undefined {
  if (group === undefined || group === '') return undefined;
  if (by === null) throw new BadQuery('group', 'group-needs-by', 'group is a value of a dimension: say which by by=, or leave group out.');
  return readGroup(group);
}
