/** Commands cannot be told from retries: the log's hashes were made with a secret that is not there. Nothing is recorded until it is. */
export class LogSecretMissing extends Error {
  constructor(
    readonly code: 'missing' | 'another',
    readonly place: string,
  ) {
    const what =
      code === 'missing' ? `The secret of this log is missing: ${place}.` : `${capital(place)} does not hold the secret of this log, but another one.`;
    super(`${what} Restore it from the backup that belongs to the log; until then commands are refused, and nothing is recorded. Reading works.`);
    this.name = 'LogSecretMissing';
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
