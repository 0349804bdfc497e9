import type { FileMapping } from './file-mapping.js';

/** What the columns were taken for, in sentences, each with the option that says otherwise. */
export function notesOnMapping({ mapped, preset }: FileMapping): string[] {
  const notes: string[] = [];
  if (preset) notes.push(`read as ${preset.name} (${preset.file}; ${preset.notes}): --preset none says otherwise`);
  const recognised = mapped.filter(({ by }) => by === 'words');
  if (recognised.length > 0) {
    const fields = recognised.map(({ field, column }) => `${field} = ${column}`).join(', ');
    notes.push(`recognised ${fields}: --map FIELD=COLUMN says otherwise`);
  }
  return notes;
}
