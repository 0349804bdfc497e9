/** Commands cannot be distinguished from retries: the log's hashes were made with a secret that is missing. Nothing is recorded until it is back. */
export class LogSecretMissing extends Error {
  constructor(
    readonly code: 'missing' | 'another' | 'unreadable',
    readonly place: string,
    cause?: Error,
  ) {
    super(`${sentenceOf(code, place, cause)} Until then commands are refused, and nothing is recorded. Reading works.`, { cause });
    this.name = 'LogSecretMissing';
  }
}

function sentenceOf(code: LogSecretMissing['code'], place: string, cause?: Error): string {
  const restore = 'Restore it from the backup that belongs to the log.';
  if (code === 'missing') return `The secret of this log is missing: ${place}. ${restore}`;
  if (code === 'another') return `${capital(place)} does not hold the secret of this log, but another one. ${restore}`;
  return `The secret of this log cannot be read from ${place}: ${cause?.message ?? ''} Repair that, or give the secret in TENURE_LOG_SECRET.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
