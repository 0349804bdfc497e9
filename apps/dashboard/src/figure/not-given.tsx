import type { ReactNode } from 'react';

/** Why a figure is not given, in the words of the answer, which are English. */
export function NotGiven({ why }: { readonly why: string | undefined }): ReactNode {
  return why === undefined ? null : (
    <p className="not-given" lang="en">
      {why}
    </p>
  );
}
