import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Answer, Carried, Request, Route } from '@tenure/client/browser';
import { useSession } from '../session/session.js';

/** The answer of a route, asked again when its request changes; until the next one is there, the last one stays. */
export function useAnswer<Path extends Route<'get'>>(path: Path, ...[request]: Carried<Request<'get', Path>>): UseQueryResult<Answer<'get', Path>> {
  const { client } = useSession();
  return useQuery({
    queryKey: [path, request],
    queryFn: ({ signal }) => client.until(signal).get(path, ...([request] as unknown as Carried<Request<'get', Path>>)),
    placeholderData: keepPreviousData,
  });
}
