import type { ReactNode } from 'react';
import type { en } from '../texts/en.js';

export type PageName = keyof (typeof en)['pages'];
export type GroupName = keyof (typeof en)['groups'];

/** A page is a folder of `pages/` and a line of `pages/index.ts`. */
export interface PageDefinition {
  readonly name: PageName;
  readonly group: GroupName;
  readonly path: `/${string}`;
  /** The state of the page from the query string of its address; what is not understood becomes the default. */
  readonly state: (search: Record<string, unknown>) => object;
  readonly Page: () => ReactNode;
}
