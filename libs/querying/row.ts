export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;
