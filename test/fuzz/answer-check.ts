/** The parts of an answer that are checked, however wild the request. */
export interface CheckedAnswer {
  readonly status: number;
  readonly text: string;
  header(name: string): string | null;
}

/** Details that no caller may see: where the code is, and how it failed. */
const inside =
  /node_modules|node:internal|file:\/\/|\/dist\/|\.(?:js|ts):\d+|\\n\s+at |\n\s+at |SQLITE_|better-sqlite3|events\.db|read-models\.db|TypeError|RangeError|ReferenceError|\[object Object\]/;

/** A sentence for what is wrong with an answer, or null. */
export function wrongWith({ status, text, header }: CheckedAnswer): string | null {
  if (status >= 500 && !(status === 503 && /^\d+$/.test(header('retry-after') ?? ''))) return `answered ${status}`;
  if (status < 400) return null;
  if (header('content-type') !== 'application/problem+json; charset=utf-8') return `a ${status} of type ${header('content-type')}`;
  return wrongProblem(text, status);
}

export function wrongProblem(text: string, status: number): string | null {
  const shown = inside.exec(text);
  if (shown) return `shows "${shown[0]}"`;
  let problem: Record<string, unknown>;
  try {
    problem = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return 'is no JSON';
  }
  if (problem['status'] !== status) return `says ${String(problem['status'])} in a ${status}`;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(String(problem['code']))) return `has the code ${String(problem['code'])}`;
  if (typeof problem['detail'] !== 'string' || problem['detail'].length < 10) return 'has no detail';
  if (typeof problem['retryable'] !== 'boolean' || typeof problem['requestId'] !== 'string') return 'lacks retryable or requestId';
  if (text.length > 100_000) return `is ${text.length} characters long`;
  return null;
}
