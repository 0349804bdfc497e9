import { KafkaJSConnectionError, KafkaJSNumberOfRetriesExceeded } from 'kafkajs';
import { toFeedError } from './to-feed-error.js';

const brokers = ['kafka-1:9093'];
/** A socket's error as the client wraps it. */
const thrown = (code: string, message: string) =>
  new KafkaJSNumberOfRetriesExceeded(new KafkaJSConnectionError(`Connection error: ${message}`, { code }), { retryCount: 5, retryTime: 3 });

it.each([
  ['SELF_SIGNED_CERT_IN_CHAIN', /CA that this process does not trust \(.*because\).*NODE_EXTRA_CA_CERTS/],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /NODE_EXTRA_CA_CERTS/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', /for other names \(.*because\).*KAFKA_BROKERS/],
  ['CERT_HAS_EXPIRED', /not valid at this time \(.*because\).*clock/],
])('a certificate refused by Node with %s is not tried again, and comes with what mends it', (code, words) => {
  expect(toFeedError(thrown(code, 'because'), brokers)).toMatchObject({ code: 'tls-untrusted', retried: false, message: expect.stringMatching(words) });
});

it.each(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT'])('%s passes by itself', (code) => {
  expect(toFeedError(thrown(code, 'because'), brokers)).toMatchObject({ code: 'unreachable', retried: true, message: expect.stringContaining('kafka-1:9093') });
});
