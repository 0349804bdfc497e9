import { ApiClient } from '@tenure/client/browser';
import { createContext, type ReactNode, use, useMemo, useState } from 'react';

/** Kept for the tab: another tab asks again, and a closed one has forgotten it. */
const KEPT_AS = 'tenure-api-key';

/** Why somebody is asked for a key who had one, or a code: the engine refused it, or does not answer. */
export type WhyOut = 'key-refused' | 'code-refused' | 'away';

export interface Session {
  readonly client: ApiClient;
  signOut(): void;
}

interface Held {
  readonly key: string | null;
  readonly why: WhyOut | null;
}

const SessionContext = createContext<Session | null>(null);

/** The session of the key that was given. Only below `SignedIn`. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('useSession is called outside of SignedIn.');
  return session;
}

export interface SignedInProps {
  readonly children: ReactNode;
  /** What is shown without a key, or in place of a page whose key is refused. The address stays that of the page. */
  readonly entrance: (signIn: (key: string) => void, why: WhyOut | null) => ReactNode;
}

export function SignedIn({ children, entrance }: SignedInProps): ReactNode {
  const [{ key, why }, hold] = useState<Held>(() => ({ key: sessionStorage.getItem(KEPT_AS), why: null }));
  const session = useMemo(() => (key === null ? null : sessionOf(key, hold)), [key]);
  if (session !== null) return <SessionContext value={session}>{children}</SessionContext>;
  return entrance((given) => {
    sessionStorage.setItem(KEPT_AS, given);
    hold({ key: given, why: null });
  }, why);
}

function sessionOf(key: string, hold: (next: (held: Held) => Held) => void): Session {
  // A late answer to an earlier key says nothing of the one that is held now.
  const end = (why: WhyOut | null): void =>
    hold((held) => {
      if (held.key !== key) return held;
      sessionStorage.removeItem(KEPT_AS);
      return { key: null, why };
    });
  return {
    client: new ApiClient({ url: location.origin, token: key, keyRefused: () => end('key-refused') }),
    signOut: () => end(null),
  };
}
