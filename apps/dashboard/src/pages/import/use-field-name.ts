import { useTranslations } from 'use-intl';
import { fieldsOf } from './fields.js';

const known = new Set<string>(Object.values(fieldsOf).flat());

/** A field in words; one that the file brought along, such as `attribute.sector`, by its own name. */
export function useFieldName(): (field: string) => string {
  const say = useTranslations('import.fields');
  return (field) => (known.has(field) ? say(field as Parameters<typeof say>[0]) : field);
}
