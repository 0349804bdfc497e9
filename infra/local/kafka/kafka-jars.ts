import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { KafkaUnavailable, mavenMissing } from './kafka-unavailable.js';
import { type Finished, runProgram } from './run-program.js';

export const KAFKA_VERSION = '4.1.0';

const dependency = (group: string, artifact: string, version: string) =>
  `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>tenure</groupId>
  <artifactId>local-kafka</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    ${dependency('org.apache.kafka', 'kafka_2.13', KAFKA_VERSION)}
    ${dependency('org.slf4j', 'slf4j-simple', '1.7.36')}
  </dependencies>
</project>
`;

/**
 * The folder with the broker's jars; fetched once (43 MB), then kept in TENURE_CACHE (default ~/.cache/tenure).
 * Several processes may call at once: each fetches into a folder of its own, and the first to finish is kept.
 */
export async function kafkaJars(): Promise<string> {
  const cache = process.env.TENURE_CACHE ?? join(homedir(), '.cache', 'tenure');
  const kept = join(cache, `kafka-${KAFKA_VERSION}`);
  if (existsSync(kept)) return kept;
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'fetching-kafka-'));
  try {
    await fetchInto(folder);
    await rename(join(folder, 'jars'), kept).catch((error) => {
      if (!existsSync(kept)) throw error;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return kept;
}

async function fetchInto(folder: string): Promise<void> {
  await writeFile(join(folder, 'pom.xml'), POM);
  let finished: Finished;
  try {
    finished = await runProgram('mvn', ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=jars'], folder);
  } catch (error) {
    throw mavenMissing(error);
  }
  if (finished.code === 0) return;
  throw new KafkaUnavailable('download-failed', `Maven could not fetch Kafka ${KAFKA_VERSION}. Is its registry reachable? It said:\n${finished.output}`);
}
