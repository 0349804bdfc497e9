import type { ReactNode } from 'react';
import './waiting.css';

/** Where a figure will be: grey after a moment, nothing before. */
export function Waiting(): ReactNode {
  return <section className="card waiting" aria-busy="true" />;
}
