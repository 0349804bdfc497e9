import type { TakenFile } from './take-file.js';

/** Assumptions about a file as a whole, in sentences for the importing person, each with the option that overrides it. */
export function notesOn({ encoding: { encoding, guessedBy }, sheet }: TakenFile): string[] {
  const notes: string[] = [];
  if (guessedBy !== null) notes.push(`read as ${encoding} (guessed from ${guessedBy}): --encoding says otherwise`);
  if (!sheet) return notes;
  if (sheet.others.length > 0) notes.push(`sheet "${sheet.sheet}" is read, ${sheet.others.map((name) => `"${name}"`).join(', ')} not: --sheet says otherwise`);
  const { lostDigits, errors } = sheet;
  if (lostDigits) {
    notes.push(
      `${cells(lostDigits.cells)} with a whole number of 16 digits or more, of which Excel keeps 15 (${lostDigits.example}): if it is an id, write it as text`,
    );
  }
  if (errors) notes.push(`${cells(errors.cells)} with an error such as ${errors.example}, taken as empty`);
  return notes;
}

function cells(count: number): string {
  return count === 1 ? 'a cell' : `${count} cells`;
}
