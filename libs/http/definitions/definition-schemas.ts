import { listOf, mapOf, record, text } from '@tenure/shape/schema';

/** `Definition`. */
export const definitionSchema = record({
  name: text,
  title: text,
  summary: text,
  counts: text,
  formula: text,
  window: text,
  timezone: text,
  leftOut: listOf(text),
  example: text,
  parameters: mapOf(text),
  fields: mapOf(text),
});

export const definitionLineSchema = record({ name: text, title: text, summary: text, href: text });
