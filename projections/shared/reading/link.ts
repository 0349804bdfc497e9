import type { QueryContext } from '@tenure/querying';

/** The address of another answer, with those of the parameters that have a value, about the past moment that was asked for, if any. */
export function linkTo({ asAt }: Pick<QueryContext, 'asAt'>, path: string, parameters: Readonly<Record<string, string | number | null>>): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...parameters, asAt })) if (value !== null) given.set(name, String(value));
  return `/v1/${path}?${given.toString()}`;
}
