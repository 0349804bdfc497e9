/** A JSON Schema 2020-12 document or a part of one, as OpenAPI 3.1 takes it. */
export type JsonSchema = { [keyword: string]: unknown };
