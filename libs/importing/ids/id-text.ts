const plain = /^[!-~]*$/;
const padding = /^(?:\s|\p{Default_Ignorable_Code_Point})+|(?:\s|\p{Default_Ignorable_Code_Point})+$/gu;

/** A cell's id without the invisible text around it: white space, and the marks that come with texts copied from pages and programs. */
export function idText(cell: string): string {
  return plain.test(cell) ? cell : cell.replace(padding, '');
}
