import { RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { SignedIn } from '../session/session.js';
import { SignIn } from '../session/sign-in.js';
import { Answers } from './answers.js';
import { Texts } from './language.js';
import { router } from './router.js';

export function App(): ReactNode {
  return (
    <Texts>
      <SignedIn entrance={(signIn, why) => <SignIn onKey={signIn} why={why} />}>
        <Answers>
          <RouterProvider router={router} />
        </Answers>
      </SignedIn>
    </Texts>
  );
}
