import { listOf, mapOf, record, type Schema, scalarOrNull } from '@tenure/shape/schema';

/** A schema of `componentSchemas`, by its name. */
export const refer = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** A list that is whole in one answer. */
export const wholeList = (items: Schema): Schema => record({ items: listOf(items), next: { type: 'null' } });

/** A line of NDJSON where an answer is given as rows: as a row of its CSV, whose columns the figure's definition names. */
export const rowSchema = mapOf(scalarOrNull);
