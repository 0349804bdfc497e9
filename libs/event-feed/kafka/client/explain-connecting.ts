import { FeedError } from '../feed-error.js';
import type { KafkaConnection } from './connection.js';
import { ErrorChain } from './error-chain.js';
import { speaksPlainly, speaksTls } from './port-speech.js';
import { toFeedError } from './to-feed-error.js';

/**
 * What kept a client from connecting. A port that speaks TLS hangs up on a client that does not, and the other way round; so does a
 * port that expects a login, and so does a broker that is killed. The port itself is asked which of these it was.
 */
export async function explainConnecting(thrown: unknown, { brokers, ssl, sasl }: KafkaConnection): Promise<FeedError> {
  const error = toFeedError(thrown, brokers);
  if (error.code !== 'unreachable' || !hungUp(thrown)) return error;
  const options = { cause: thrown };
  for (const broker of brokers) {
    if (!ssl && (await speaksTls(broker))) {
      const remedy = 'set KAFKA_TLS=on, and NODE_EXTRA_CA_CERTS to the file of the CA if it is one of your own.';
      return new FeedError('tls-expected', `Kafka at ${broker} speaks TLS and KAFKA_TLS is off: ${remedy}`, options);
    }
    if (ssl && (await speaksPlainly(broker))) {
      const remedy = 'name the port where it does in KAFKA_BROKERS, or set KAFKA_TLS=off.';
      return new FeedError('tls-unexpected', `Kafka at ${broker} does not speak TLS and KAFKA_TLS is on: ${remedy}`, options);
    }
  }
  if (sasl) return error;
  const hint = 'If it asks for a login, set KAFKA_USERNAME, KAFKA_PASSWORD and KAFKA_SASL.';
  return new FeedError('unreachable', `Kafka at ${brokers.join(', ')} (KAFKA_BROKERS) hangs up. ${hint}`, options);
}

function hungUp(thrown: unknown): boolean {
  const chain = new ErrorChain(thrown);
  return chain.named('KafkaJSConnectionClosedError', 'ECONNRESET', 'EPROTO') || chain.says(/before secure TLS connection|\bSSL\b/);
}
