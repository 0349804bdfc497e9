import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type BrokerAddress, type BrokerLayout, brokerProperties } from './broker-layout.js';
import type { Certificates } from './certificates.js';
import { javaMissing, KafkaUnavailable } from './kafka-unavailable.js';
import { type Finished, runProgram } from './run-program.js';

const START_LIMIT_MS = 120_000;
const STARTED = 'Kafka Server started';
/** Long enough for a broker to hand its partitions over and write its clean-shutdown mark. */
const STOP_LIMIT_MS = 20_000;

/** One broker: a Java process of this process, with its data and its log file in the given folder. */
export class BrokerProcess {
  #child: ChildProcess | null = null;
  #gone: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly data: string,
    private readonly jars: string,
    private readonly layout: BrokerLayout,
    private readonly broker: BrokerAddress,
    private readonly certificates: Certificates | null,
  ) {}

  get address(): string {
    return `127.0.0.1:${this.broker.port}`;
  }

  get securedAddress(): string {
    return `127.0.0.1:${this.broker.securedPort}`;
  }

  get tlsAddress(): string {
    return `127.0.0.1:${this.broker.tlsPort}`;
  }

  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** Resolves when the broker takes part in the cluster. With several brokers, start all: each waits for a majority. */
  async start(): Promise<void> {
    const properties = await this.#prepare();
    const file = join(this.data, `broker-${this.broker.id}.log`);
    const output = openSync(file, 'w');
    try {
      const options = ['-Xmx512m', '-Dorg.slf4j.simpleLogger.defaultLogLevel=info', '-cp', join(this.jars, '*')];
      this.#child = spawn('java', [...options, 'kafka.Kafka', properties], { cwd: this.data, env: process.env, stdio: ['ignore', output, output] });
    } finally {
      closeSync(output);
    }
    await this.#ready(this.#child, file);
  }

  /** Asks the broker to leave in order, and kills it when it does not. */
  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  /** As a power cut would: nothing is flushed, nothing is handed over. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child) return;
    child.kill(signal);
    const insist = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await this.#gone;
    clearTimeout(insist);
    this.#child = null;
  }

  async #prepare(): Promise<string> {
    const logs = join(this.data, `broker-${this.broker.id}`);
    const properties = join(this.data, `broker-${this.broker.id}.properties`);
    await writeFile(properties, brokerProperties(this.layout, this.broker, logs, this.certificates));
    if (existsSync(join(logs, 'meta.properties'))) return properties;
    let finished: Finished;
    try {
      const format = ['kafka.tools.StorageTool', 'format', '-t', this.layout.clusterId, '-c', properties];
      finished = await runProgram('java', ['-cp', join(this.jars, '*'), ...format], this.data);
    } catch (error) {
      throw javaMissing(error);
    }
    if (finished.code !== 0) throw new KafkaUnavailable('format-failed', `Kafka could not prepare ${logs}:\n${finished.output}`);
    return properties;
  }

  async #ready(child: ChildProcess, file: string): Promise<void> {
    const withUs = () => child.kill('SIGKILL');
    process.once('exit', withUs);
    let ended: Error | null = null;
    this.#gone = new Promise<void>((resolve) => {
      child.once('error', (error) => {
        ended = javaMissing(error);
        resolve();
      });
      child.once('exit', (code, signal) => {
        process.removeListener('exit', withUs);
        ended = new KafkaUnavailable('start-failed', `Kafka broker ${this.broker.id} ended with ${signal ?? code} as it started. Its log is ${file}.`);
        resolve();
      });
    });
    const limit = Date.now() + START_LIMIT_MS;
    while (!(await readFile(file, 'utf8')).includes(STARTED)) {
      if (ended === null && Date.now() < limit) {
        await delay(100);
        continue;
      }
      await this.kill();
      if ((await readFile(file, 'utf8')).includes('Address already in use')) {
        throw new KafkaUnavailable('port-taken', `Kafka broker ${this.broker.id} found a port of its own taken. Its log is ${file}.`);
      }
      throw ended ?? new KafkaUnavailable('start-failed', `Kafka broker ${this.broker.id} took too long to start. Its log is ${file}.`);
    }
  }
}
