/** A local Kafka broker is not available; `message` names what to install or look at. */
export class KafkaUnavailable extends Error {
  constructor(
    readonly code: 'java-missing' | 'maven-missing' | 'download-failed' | 'certificates-failed' | 'format-failed' | 'port-taken' | 'start-failed',
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.name = 'KafkaUnavailable';
  }
}

export const javaMissing = (cause: unknown) =>
  new KafkaUnavailable(
    'java-missing',
    'A local Kafka broker needs Java 17 or later: install it (Debian: openjdk-17-jre-headless) so that "java" is on the PATH.',
    {
      cause,
    },
  );

export const mavenMissing = (cause: unknown) =>
  new KafkaUnavailable(
    'maven-missing',
    'The Kafka broker is fetched with Maven the first time: install it (Debian: maven) so that "mvn" is on the PATH, or point TENURE_CACHE at a folder that has the broker already.',
    { cause },
  );
