import type { ReactNode } from 'react';
import type { en as shared } from '../texts/en.js';
import type { en } from './texts.js';

/** Its sentences are found under its name. */
export type PageName = keyof typeof en;
export type GroupName = keyof (typeof shared)['groups'];

/** A page is a folder of `pages/`, a line of `pages/index.ts` and one of `pages/texts.ts`. */
export interface PageDefinition {
  readonly name: PageName;
  readonly group: GroupName;
  /** A part of it that begins with `$` is a parameter of the page. */
  readonly path: `/${string}`;
  /** Only links lead to it: the rail has no entry for a page about one customer. */
  readonly byLink?: true;
  /** The state of the page from the query string of its address; what is not understood becomes the default. */
  readonly state: (search: Record<string, unknown>) => object;
  readonly Page: () => ReactNode;
}
