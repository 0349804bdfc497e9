import type { Query, ReadModel } from '@tenure/querying';
import { record, type Schema } from '@tenure/shape/schema';
import { refer } from '../openapi/refer.js';

/** `RetentionAnswer` for the query `retention`. */
// biome-ignore lint/suspicious/noExplicitAny: each query has parameters of its own
export function answerName({ name }: Query<any>): string {
  const words = name.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Answer`;
}

/** The schema of each query's answer, with its freshness. */
export function answerSchemas(readModels: readonly ReadModel[]): Record<string, Schema> {
  return Object.fromEntries(readModels.flatMap(({ queries }) => queries).map((query) => [answerName(query), withAsOf(query.answer)]));
}

function withAsOf(answer: Schema): Schema {
  const { required = [], properties = {} } = answer as { required?: readonly string[]; properties?: object };
  return { ...answer, required: [...required, 'asOf'], properties: { ...properties, ...asOf } };
}

const asOf = { asOf: refer('AsOf') };

/** For answers that the edge itself makes. */
export const recordWithAsOf = (properties: Readonly<Record<string, Schema>>): Schema => record({ ...properties, ...asOf });
