import { ApiClient } from '@tenure/client/browser';
import { createContext, type ReactNode, use, useMemo, useState } from 'react';

/** Kept for the tab: another tab asks again, and a closed one has forgotten it. */
const KEPT_AS = 'tenure-api-key';

export interface Session {
  readonly client: ApiClient;
  signOut(): void;
}

const SessionContext = createContext<Session | null>(null);

/** Whoever is signed in. Only below `SignedIn`. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('useSession is called outside of SignedIn.');
  return session;
}

export interface SignedInProps {
  readonly children: ReactNode;
  /** What is shown to somebody without a key, or whose key is refused. */
  readonly entrance: (signIn: (key: string) => void) => ReactNode;
}

export function SignedIn({ children, entrance }: SignedInProps): ReactNode {
  const [key, setKey] = useState(() => sessionStorage.getItem(KEPT_AS));
  const session = useMemo<Session | null>(
    () =>
      key === null
        ? null
        : {
            client: new ApiClient({ url: location.origin, token: key }),
            signOut: () => {
              sessionStorage.removeItem(KEPT_AS);
              setKey(null);
            },
          },
    [key],
  );
  if (session === null) {
    return entrance((given) => {
      sessionStorage.setItem(KEPT_AS, given);
      setKey(given);
    });
  }
  return <SessionContext value={session}>{children}</SessionContext>;
}
