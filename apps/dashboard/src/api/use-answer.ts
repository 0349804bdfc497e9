import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Answer, Carried, Request, Route } from '@tenure/client/browser';
import { useSession } from '../session/session.js';

/**
 * The answer of a route, asked again when its request changes. Until the next one is there the last one stays, if it is about the same subject:
 * other filters of a figure, and not another customer.
 */
export function useAnswer<Path extends Route<'get'>>(path: Path, ...[request]: Carried<Request<'get', Path>>): UseQueryResult<Answer<'get', Path>> {
  const { client } = useSession();
  return useQuery({
    queryKey: [path, request],
    queryFn: ({ signal }) => client.until(signal).get(path, ...([request] as unknown as Carried<Request<'get', Path>>)),
    placeholderData: (last, asked) => (asked !== undefined && subjectOf(asked.queryKey) === subjectOf([path, request]) ? last : undefined),
  });
}

/** A route, and what its path names. */
const subjectOf = ([route, request]: readonly unknown[]): string => JSON.stringify([route, (request as { readonly path?: unknown } | undefined)?.path ?? null]);
