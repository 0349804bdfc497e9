import type { Projection } from '@tenure/projecting';
import type { Definition } from './definition.js';
import type { ExportDefinition } from './export-definition.js';
import type { Query } from './query.js';

/** What a folder of `projections/` offers: figures, their meaning, the queries on them, and all of it as rows. */
export interface ReadModel {
  // biome-ignore lint/suspicious/noExplicitAny: each read model has a document type of its own
  readonly projection: Projection<any>;
  readonly definition: Definition;
  // biome-ignore lint/suspicious/noExplicitAny: each query has parameters of its own
  readonly queries: readonly Query<any>[];
  // biome-ignore lint/suspicious/noExplicitAny: each export has parameters of its own
  readonly export: ExportDefinition<any>;
}
