import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export interface CustomerLinkProps {
  readonly id: string;
  /** Null for a reader who may not see it, or a customer who has none. */
  readonly name?: string | null | undefined;
  /** What the page of the customer goes on with, such as the horizon of a likelihood. */
  readonly search?: Readonly<Record<string, string>>;
}

/** Leads to the page of a customer: by the name where there is one, with the id below. */
export function CustomerLink({ id, name, search }: CustomerLinkProps): ReactNode {
  return (
    <>
      <Link to="/customers/$customerId" params={{ customerId: id }} search={{ ...search }}>
        {name ?? id}
      </Link>
      {name ? <span className="id">{id}</span> : null}
    </>
  );
}
