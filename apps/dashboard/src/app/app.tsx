import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { SignedIn } from '../session/session.js';
import { SignIn } from '../session/sign-in.js';
import { SignInByCode } from '../session/sign-in-by-code.js';
import { Answers } from './answers.js';
import { Texts } from './language.js';
import { router } from './router.js';

/** `code`: the one-time code of the address that the page was opened at. */
export function App({ code }: { readonly code: string | null }): ReactNode {
  const [unused, setUnused] = useState(code);
  return (
    <Texts>
      <SignedIn
        entrance={(signIn, why) => {
          if (unused === null) return <SignIn onKey={signIn} why={why} />;
          const signInOnce = (key: string): void => {
            setUnused(null);
            signIn(key);
          };
          return <SignInByCode code={unused} onKey={signInOnce} />;
        }}
      >
        <Answers>
          <RouterProvider router={router} />
        </Answers>
      </SignedIn>
    </Texts>
  );
}
