/** Invisible characters: soft hyphens, zero width characters, marks of direction, word joiners, byte order marks (Unicode, DerivedCoreProperties). */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** A column's name as people see it: without invisible characters, and with any white space as one space. */
export function headerName(cell: string): string {
  return cell.replace(invisible, '').replace(/\s+/g, ' ').trim();
}
