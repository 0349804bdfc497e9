import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { LogRefused } from '../errors.js';
import type { Address, Endpoint } from './address.js';

const PROBED_FOR_MS = 2_000;
const UNTRUSTED = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
]);
const OUT_OF_DATE = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
/** The other side answered, but not in TLS; or it hung up on what it did not understand. */
const NOT_TLS = /^(EPROTO|ECONNRESET|ERR_SSL_)/;

type Handshake = { readonly secure: true } | { readonly secure: false; readonly code: string; readonly message: string };

/**
 * Why a server that gRPC calls unavailable cannot be reached: from a TLS handshake of our own, whose errors have codes.
 * Null when TLS is not the cause.
 */
export async function whyNoConnection({ hosts, tls, name }: Address, cause: unknown): Promise<LogRefused | null> {
  for (const host of hosts) {
    const handshake = await shakeHands(host, tls);
    const found = tls ? troubleWithTls(host, handshake, tls.ca !== null, name, cause) : troubleWithout(host, handshake, name, cause);
    if (found) return found;
  }
  return null;
}

function troubleWithTls({ host, port }: Endpoint, handshake: Handshake, ownAuthority: boolean, name: string, cause: unknown) {
  if (handshake.secure) return null;
  const { code, message } = handshake;
  const refused = (detail: string) => new LogRefused('certificate-refused', `${name}: ${detail}`, { cause });
  if (UNTRUSTED.has(code)) {
    const remedy = ownAuthority
      ? 'The file that tlsCAFile names in EVENTSTOREDB_URL does not hold the authority that signed it; name the one that does.'
      : 'Add tlsCAFile=/path/to/ca.crt to EVENTSTOREDB_URL, with the authority that signed it.';
    return refused(`the certificate of ${host}:${port} is not trusted (${message}). ${remedy}`);
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return refused(
      `the certificate of ${host}:${port} is not made out to "${host}" (${message}). Name the server in EVENTSTOREDB_URL as its certificate does.`,
    );
  }
  if (OUT_OF_DATE.has(code)) return refused(`the certificate of ${host}:${port} is not valid now (${message}). Renew it, or set this machine's clock right.`);
  if (!NOT_TLS.test(code)) return null;
  const detail = `${name}: ${host}:${port} does not speak TLS. Give it a certificate, or, for tests only, add tls=false to EVENTSTOREDB_URL.`;
  return new LogRefused('tls-mismatch', detail, { cause });
}

function troubleWithout({ host, port }: Endpoint, handshake: Handshake, name: string, cause: unknown): LogRefused | null {
  if (!handshake.secure) return null;
  const detail = `${name}: ${host}:${port} wants TLS. Take tls=false out of EVENTSTOREDB_URL, and name the authority of its certificate with tlsCAFile where it is your own.`;
  return new LogRefused('tls-mismatch', detail, { cause });
}

function shakeHands({ host, port }: Endpoint, tls: Address['tls']): Promise<Handshake> {
  return new Promise((resolve) => {
    const servername = isIP(host) ? undefined : host;
    const options = { host, port, servername, ca: tls?.ca ?? undefined, key: tls?.key ?? undefined, cert: tls?.certificate ?? undefined };
    const socket: TLSSocket = connect({ ...options, ALPNProtocols: ['h2'], rejectUnauthorized: tls !== null });
    const end = (handshake: Handshake) => {
      socket.destroy();
      resolve(handshake);
    };
    socket.setTimeout(PROBED_FOR_MS, () => end({ secure: false, code: 'ETIMEDOUT', message: `no handshake within ${PROBED_FOR_MS} ms` }));
    socket.once('secureConnect', () => end({ secure: true }));
    // This listener stays: errors after the end concern nobody.
    socket.on('error', (error: NodeJS.ErrnoException) => end({ secure: false, code: error.code ?? '', message: error.message }));
  });
}
