import type { ReactNode } from 'react';

/** A long table that scrolls inside itself, by the keyboard too. */
export function Scrolled({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the focus, else no key scrolls it (WCAG 2.1.1)
    <section className="scroll tall" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
