/**
 * A number of a file whose numbers are no texts (JSON, a workbook): it has a decimal point, whatever texts of the column
 * have. A fourth digit keeps 1.125 from being taken for 1125.
 */
export function pointNumber(literal: string): string {
  return hasThreeDigits(literal) ? `${literal}0` : literal;
}

export const hasThreeDigits = (literal: string): boolean => /\.\d{3}$/.test(literal);
