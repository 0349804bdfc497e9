import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Certificates {
  /** PEM files. */
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
}

/** A certificate authority, and a certificate issued by it for `names` (`DNS:localhost`, `IP:127.0.0.1`), in `folder`. Needs openssl. */
export function makeCertificates(folder: string, names: string): Certificates {
  const path = (file: string) => join(folder, file);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl('req', '-x509', ...newKey, '-subj', '/CN=Spec authority', '-days', '2', '-keyout', path('ca.key'), '-out', path('ca.crt'));
  openssl('req', ...newKey, '-subj', '/CN=eventstoredb', '-keyout', path('node.key'), '-out', path('node.csr'));
  writeFileSync(path('names'), `subjectAltName=${names}`);
  const signing = ['-CA', path('ca.crt'), '-CAkey', path('ca.key'), '-CAcreateserial', '-extfile', path('names')];
  openssl('x509', '-req', '-in', path('node.csr'), ...signing, '-days', '1', '-out', path('node.crt'));
  return { authority: path('ca.crt'), certificate: path('node.crt'), key: path('node.key') };
}
