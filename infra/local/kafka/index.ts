export { KafkaUnavailable } from './kafka-unavailable.js';
export { type KafkaOptions, type LocalKafka, startKafka } from './start-kafka.js';
