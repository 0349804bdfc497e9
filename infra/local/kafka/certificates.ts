import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { javaMissing, KafkaUnavailable } from './kafka-unavailable.js';
import { type Finished, runProgram } from './run-program.js';

/** Password of a key store that is kept with test data and thrown away with it. */
const PASSWORD = 'only-for-tests';

export interface Certificates {
  /** PEM: the CA that a client has to trust. */
  readonly ca: string;
  /** PKCS#12: the brokers' key, with its certificate for 127.0.0.1 and localhost, signed by the CA. */
  readonly keyStore: string;
  readonly password: string;
}

/** Makes a CA and the brokers' certificate with Java's `keytool`, once for a data folder. */
export async function openCertificates(data: string): Promise<Certificates> {
  const folder = join(data, 'certificates');
  const certificates = { ca: join(folder, 'ca.pem'), keyStore: join(folder, 'brokers.p12'), password: PASSWORD };
  if (existsSync(folder)) return certificates;
  const making = `${folder}.making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making);
  const keytool = (command: string, ...parameters: string[]) => run(making, [command, '-keystore', 'brokers.p12', '-storepass', PASSWORD, ...parameters]);
  const key = ['-keyalg', 'EC', '-groupname', 'secp256r1', '-validity', '365'];
  await keytool('-genkeypair', '-alias', 'ca', ...key, '-dname', 'CN=Tenure local test CA', '-ext', 'bc:c', '-ext', 'ku:c=keyCertSign');
  await keytool('-genkeypair', '-alias', 'brokers', ...key, '-dname', 'CN=localhost', '-ext', 'san=ip:127.0.0.1,dns:localhost', '-signer', 'ca');
  await keytool('-exportcert', '-alias', 'ca', '-rfc', '-file', 'ca.pem');
  // The CA's key is no longer needed. A broker might also present it in place of its own.
  await keytool('-delete', '-alias', 'ca');
  await rename(making, folder);
  return certificates;
}

async function run(folder: string, parameters: readonly string[]): Promise<void> {
  let finished: Finished;
  try {
    finished = await runProgram('keytool', parameters, folder);
  } catch (error) {
    throw javaMissing(error);
  }
  if (finished.code !== 0) throw new KafkaUnavailable('certificates-failed', `keytool ${parameters[0]} could not do its work:\n${finished.output}`);
}
