import { ApiClient, ProblemError, Unreachable } from '@tenure/client/browser';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { WhyOut } from './session.js';

export interface SignInProps {
  readonly onKey: (key: string) => void;
  readonly why: WhyOut | null;
}

/** Asks for an API key, and tries it before it is kept. */
export function SignIn({ onKey, why }: SignInProps): ReactNode {
  const say = useTranslations('signIn');
  const [refused, setRefused] = useState<string | null>(null);
  const [trying, setTrying] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const key = String(new FormData(event.currentTarget).get('key') ?? '').trim();
    if (key === '') return setRefused(say('empty'));
    setTrying(true);
    try {
      await new ApiClient({ url: location.origin, token: key }).get('/v1/me');
      onKey(key);
    } catch (error) {
      setRefused(error instanceof ProblemError && error.status === 401 ? say('refused') : error instanceof Unreachable ? say('away') : String(error));
    } finally {
      setTrying(false);
    }
  }

  return (
    <main className="sign-in">
      <h1>{say('title')}</h1>
      {why === null ? null : (
        <p className="caution" role="status">
          {say(`why.${why}`)}
        </p>
      )}
      <p className="note">{say('what')}</p>
      <form onSubmit={submit}>
        <label htmlFor="key">{say('key')}</label>
        <input id="key" name="key" type="password" autoComplete="off" spellCheck={false} aria-describedby="key-refused" aria-invalid={refused !== null} />
        <p id="key-refused" className="refused" role="alert">
          {refused}
        </p>
        <button type="submit" className="chosen" disabled={trying}>
          {say('submit')}
        </button>
      </form>
      <p className="note">{say('where')}</p>
    </main>
  );
}
