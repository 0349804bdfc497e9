import type { LogExport, ReadModel } from '@tenure/querying';
import { parametersOf } from '../queries/query-text.js';

/** The meaning of the parameters of a figure's queries and of its export, by name, from their shapes. */
export function definedParameters(figure: ReadModel | LogExport): Readonly<Record<string, string>> {
  const asked =
    'queries' in figure
      ? [...figure.queries, ...(figure.export.params ? [{ path: '', params: figure.export.params }] : [])]
      : [{ path: '', params: figure.params }];
  const named = asked.flatMap(parametersOf).map(({ name, description }) => [name, description] as const);
  return Object.fromEntries(named.reverse()); // if two shapes differ, the first counts
}
