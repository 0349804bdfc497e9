/** Columns of the terminal on stdout, else those of COLUMNS; unlimited if output goes into a file or a pipe. */
export function terminalWidth(
  stream: { readonly isTTY?: boolean; readonly columns?: number } = process.stdout,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): number {
  if (stream.isTTY && stream.columns) return stream.columns;
  const given = Number(environment['COLUMNS']);
  return Number.isInteger(given) && given > 0 ? given : Number.POSITIVE_INFINITY;
}
