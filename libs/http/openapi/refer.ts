import { listOf, mapOf, record, type Schema, scalarOrNull } from '@tenure/shape/schema';

/** A reference to a schema of `componentSchemas` by name. */
export const refer = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** A list that fits into one answer. */
export const wholeList = (items: Schema): Schema => record({ items: listOf(items), next: { type: 'null' } });

/** A line of NDJSON where an answer is given as rows: the same cells as in its CSV, whose columns the figure's definition names. */
export const rowSchema = mapOf(scalarOrNull);
