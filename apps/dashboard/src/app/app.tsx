import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ProblemError } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { SignedIn } from '../session/session.js';
import { SignIn } from '../session/sign-in.js';
import { Texts } from './language.js';
import { router } from './router.js';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What was refused is refused again; an engine that was away may be back.
      retry: (failures, error) => failures < 3 && !(error instanceof ProblemError && !error.retryable),
      refetchOnWindowFocus: true,
    },
  },
});

export function App(): ReactNode {
  return (
    <Texts>
      <SignedIn entrance={(signIn) => <SignIn onKey={signIn} />}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </SignedIn>
    </Texts>
  );
}
