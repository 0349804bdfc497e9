import type { ReadSnapshot } from '@tenure/read-store';
import type { RegisterList, Scalar } from '../../../shared/last-write/register-list.js';
import { liveView } from '../../../shared/reading/live-view.js';
import type { NamedColumns } from '../../section.js';

/** A column for each attribute. */
export const attributeColumns: NamedColumns<{ readonly attributes: Readonly<Record<string, Scalar>> }> = {
  names: knownAttributes,
  of: (name) => ({ [`attribute_${name}`]: ({ attributes }) => attributes[name] ?? null }),
  texts: { attribute_region: 'In the export: a column for each attribute that anybody has' },
};

/** Callers choose the names of attributes: listing them takes a pass over the customers. */
async function knownAttributes(snapshot: ReadSnapshot): Promise<string[]> {
  const names = new Set<string>();
  for await (const chunk of snapshot.scan(await liveView(snapshot, 'customer-file'))) {
    for (const [, { attributes }] of chunk as Array<[string, { readonly attributes: RegisterList }]>) {
      for (const [name, value] of attributes) if (value !== null) names.add(name);
    }
  }
  return [...names].sort();
}
