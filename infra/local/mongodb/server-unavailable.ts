/** A test server is not available on this machine; the message says what to install. */
export class LocalServerUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LocalServerUnavailable';
  }
}

/** The Debian package of a missing program. */
const PACKAGES: Readonly<Record<string, string>> = {
  java: 'Java 17 or newer (Debian: openjdk-17-jdk-headless)',
  mvn: 'Maven (Debian: maven)',
  go: 'Go 1.24 or newer (Debian: golang-go, or go.dev/dl)',
  setpriv: 'util-linux (Debian: util-linux)',
  id: 'coreutils (Debian: coreutils)',
};

export function missingProgram(program: string, cause: unknown): LocalServerUnavailable {
  return new LocalServerUnavailable(`The test server needs ${PACKAGES[program] ?? program}, and "${program}" cannot be run here. Install it.`, { cause });
}
