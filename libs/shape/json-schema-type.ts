/** A JSON Schema 2020-12 document or a part of one, as used in OpenAPI 3.1. */
export type JsonSchema = { [keyword: string]: unknown };
