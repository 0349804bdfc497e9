import { ApiClient, ProblemError } from '@tenure/client/browser';
import { type ReactNode, useEffect, useState } from 'react';
import type { WhyOut } from './session.js';
import { SignIn } from './sign-in.js';

export interface SignInByCodeProps {
  readonly code: string;
  readonly onKey: (key: string) => void;
}

/** A code is good once: however often React asks, it is sent once. */
const sent = new Map<string, Promise<string>>();

/** Exchanges the one-time code for a key. Where that is refused, somebody still has a key to give. */
export function SignInByCode({ code, onKey }: SignInByCodeProps): ReactNode {
  const [why, setWhy] = useState<WhyOut | null>(null);
  useEffect(() => {
    let isShown = true;
    const answer = sent.get(code) ?? exchanged(code);
    sent.set(code, answer);
    answer.then(
      (token) => isShown && onKey(token),
      (error: unknown) => isShown && setWhy(error instanceof ProblemError ? 'code-refused' : 'away'),
    );
    return () => {
      isShown = false;
    };
  }, [code]);
  return why === null ? null : <SignIn onKey={onKey} why={why} />;
}

async function exchanged(code: string): Promise<string> {
  const { token } = await new ApiClient({ url: location.origin, token: null }).post('/v1/sign-in', { body: { code } });
  return token;
}
