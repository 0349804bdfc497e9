import { FeedError } from '../feed-error.js';
import type { ErrorChain } from './error-chain.js';

/** Node's error codes for refused certificates, grouped by what fixes them. */
const TROUBLES = [
  {
    codes: [
      'SELF_SIGNED_CERT_IN_CHAIN',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'UNABLE_TO_GET_ISSUER_CERT',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    ],
    shows: 'a certificate of a CA that this process does not trust',
    remedy: 'Name the file with that CA (PEM) in NODE_EXTRA_CA_CERTS and start again: it is read at the start only.',
  },
  {
    codes: ['ERR_TLS_CERT_ALTNAME_INVALID'],
    shows: 'a certificate for other names',
    remedy: "Write KAFKA_BROKERS, and the brokers' advertised.listeners, with a name that is in it.",
  },
  {
    codes: ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'],
    shows: 'a certificate that is not valid at this time',
    remedy: 'Renew it, or set the clock of this machine.',
  },
] as const;

/** Null when nothing is wrong with a certificate. */
export function certificateTrouble(chain: ErrorChain, at: string, options: ErrorOptions): FeedError | null {
  const trouble = TROUBLES.find(({ codes }) => chain.named(...codes));
  return trouble ? new FeedError('tls-untrusted', `Kafka at ${at} shows ${trouble.shows} (${chain.said}). ${trouble.remedy}`, options) : null;
}
