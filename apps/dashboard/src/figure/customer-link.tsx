import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** Leads to the page of a customer. */
export function CustomerLink({ id }: { readonly id: string }): ReactNode {
  return <Link to={`/customers/${encodeURIComponent(id)}`}>{id}</Link>;
}
