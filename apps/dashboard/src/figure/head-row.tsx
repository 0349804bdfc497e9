import type { ReactNode } from 'react';

/** The head of a table of rows: what a row is, and the numbers it has. */
export function HeadRow({ row, numbers }: { readonly row: string; readonly numbers: readonly string[] }): ReactNode {
  return (
    <thead>
      <tr>
        <th scope="col">{row}</th>
        {numbers.map((number) => (
          <th key={number} scope="col" className="number">
            {number}
          </th>
        ))}
      </tr>
    </thead>
  );
}
