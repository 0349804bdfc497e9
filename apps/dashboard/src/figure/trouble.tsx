import { ProblemError, Unreachable } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

/** What is the matter, and what to do. */
export function Trouble({ error, again }: { readonly error: Error; readonly again: () => void }): ReactNode {
  const say = useTranslations('trouble');
  return (
    <section className="card trouble" role="alert">
      <p>{sentence()}</p>
      <button type="button" onClick={again}>
        {say('again')}
      </button>
    </section>
  );

  function sentence(): string {
    if (error instanceof ProblemError) return error.status === 403 ? say('notAllowed', { detail: error.message }) : say('unknown', { detail: error.message });
    // A browser tells no more of a failed connection than a TypeError.
    if (error instanceof Unreachable || error instanceof TypeError) return say('away');
    return say('unknown', { detail: error.message });
  }
}
