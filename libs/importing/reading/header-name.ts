/** What nobody sees: soft hyphens, zero width characters, marks of direction, word joiners, byte order marks (Unicode, DerivedCoreProperties). */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** A column's name as people read it: without invisible characters, white space of any kind and length as one space. */
export function headerName(cell: string): string {
  return cell.replace(invisible, '').replace(/\s+/g, ' ').trim();
}
