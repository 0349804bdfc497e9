import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ProblemError } from '@tenure/client/browser';
import { type ReactNode, useState } from 'react';

/** The answers that all below have in common. They belong to one key: with the next key nothing of them is left. */
export function Answers({ children }: { readonly children: ReactNode }): ReactNode {
  const [answers] = useState(none);
  return <QueryClientProvider client={answers}>{children}</QueryClientProvider>;
}

const none = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // What was refused is refused again; an engine that was away may be back.
        retry: (failures, error) => failures < 3 && !(error instanceof ProblemError && !error.retryable),
        refetchOnWindowFocus: true,
      },
    },
  });
