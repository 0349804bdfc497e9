/** The one-time code behind `#code=` in an address, or null. */
export function codeIn(fragment: string): string | null {
  return new URLSearchParams(fragment.replace(/^#/, '')).get('code') || null;
}

/**
 * Takes the one-time code out of the address of the page, which from then on is the same without it: in the history of the browser,
 * too. A fragment is never sent to a server.
 */
export function takeCode({ hash, pathname, search }: Pick<Location, 'hash' | 'pathname' | 'search'>, history: Pick<History, 'replaceState'>): string | null {
  const code = codeIn(hash);
  if (code !== null) history.replaceState(null, '', pathname + search);
  return code;
}
