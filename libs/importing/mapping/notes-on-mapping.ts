import type { FileMapping } from './file-mapping.js';

const said: Readonly<Record<string, string>> = { email: 'e-mail addresses', phone: 'telephone numbers' };

/** How the columns were interpreted, in sentences, each with the option that overrides it. */
export function notesOnMapping({ mapped, preset }: Pick<FileMapping, 'mapped' | 'preset'>): string[] {
  const notes: string[] = [];
  if (preset) notes.push(`read as ${preset.name} (${preset.file}; ${preset.notes}): --preset none says otherwise`);
  const recognised = mapped.filter(({ by }) => by === 'words');
  if (recognised.length > 0) {
    const fields = recognised.map(({ field, column }) => `${field} = ${column}`).join(', ');
    notes.push(`recognised ${fields}: --map FIELD=COLUMN says otherwise`);
  }
  const personal = mapped.filter(({ field, by }) => by === 'id' && field in said);
  if (personal.length > 0) {
    const values = personal.map(({ field }) => said[field]).join(' and ');
    notes.push(`ids in ${personal[0]?.column} are ${values}: such customers get ids made of them, and they are kept as personal data`);
  }
  return notes;
}
