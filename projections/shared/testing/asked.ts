import { BadQuery } from '@tenure/querying';
import { compileShape } from '@tenure/shape';

/** Parameters by name, as in a query string. */
export type Texts = Readonly<Record<string, string | null | undefined>>;

/** Parameters as the edge passes them on; throws a `BadQuery` for the first wrong one. */
export function asked<Params extends object>(type: new () => Params, texts: Texts | Partial<Params>): Params {
  const given = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined && text !== null));
  const [problem] = compileShape(type).check(given);
  if (problem !== undefined) throw new BadQuery(problem.pointer.slice(1), problem.code, problem.detail);
  return given as Params;
}
