import { FeedError } from '../feed-error.js';
import { certificateTrouble } from './certificate-trouble.js';
import { ErrorChain } from './error-chain.js';

/** Turns the client's error, however deep it wraps the reason, into an error that says what to do. */
export function toFeedError(thrown: unknown, brokers: readonly string[]): FeedError {
  if (thrown instanceof FeedError) return thrown;
  const chain = new ErrorChain(thrown);
  const named = (...names: string[]) => chain.named(...names);
  const { said } = chain;
  const at = brokers.join(', ');
  const options = { cause: thrown };
  const certificate = certificateTrouble(chain, at, options);
  if (certificate) return certificate;
  if (named('KafkaJSSASLAuthenticationError')) {
    return new FeedError('credentials-refused', `Kafka at ${at} refused the login of KAFKA_USERNAME and KAFKA_PASSWORD by KAFKA_SASL: ${said}.`, options);
  }
  if (named('ILLEGAL_SASL_STATE')) {
    const remedy = 'unset KAFKA_USERNAME and KAFKA_PASSWORD, or name the port where it does in KAFKA_BROKERS.';
    return new FeedError('credentials-refused', `Kafka at ${at} asks for no login: ${remedy}`, options);
  }
  if (named('TOPIC_AUTHORIZATION_FAILED', 'GROUP_AUTHORIZATION_FAILED', 'CLUSTER_AUTHORIZATION_FAILED')) {
    return new FeedError('not-authorised', `Kafka at ${at} does not let this user do it: ${said}. Grant it (kafka-acls).`, options);
  }
  if (named('ENOTFOUND') || chain.says(/ENOTFOUND|EAI_AGAIN/)) {
    return new FeedError('address-unknown', `No host of KAFKA_BROKERS (${at}) has an address: ${said}.`, options);
  }
  if (named('MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE')) {
    return new FeedError(
      'record-too-large',
      `Kafka refused a record for its size. Raise the topic's max.message.bytes and the brokers' limit: ${said}.`,
      options,
    );
  }
  if (named('UNKNOWN_TOPIC_OR_PARTITION')) {
    return new FeedError('topic-missing', `The topic is not there, or not yet: the relay creates it. Kafka at ${at} said: ${said}.`, options);
  }
  if (named('KafkaJSConnectionError', 'KafkaJSConnectionClosedError', 'KafkaJSRequestTimeoutError', 'KafkaJSNoBrokerAvailableError')) {
    return new FeedError('unreachable', `Kafka at ${at} (KAFKA_BROKERS) cannot be reached, or does not answer: ${said}.`, options);
  }
  return new FeedError('failed', `Kafka at ${at}: ${said}.`, options);
}
