import { recordHeaders, TOPIC } from '@tenure/event-feed/topic';
import { record, type Schema, text } from '@tenure/shape/schema';
import { cloudType, dataName, type EventKind, type EventVersion } from '../events/event-kind.js';
import { attributes, eventDataSchemas, optionalAttributes } from '../events/event-schemas.js';
import { refer } from '../openapi/refer.js';
import { sorted } from '../openapi/sorted.js';

/** One type of event in one version. */
interface Variant {
  readonly kind: EventKind;
  readonly version: number;
  readonly says: EventVersion;
  /** `ComplaintLoggedV1` */
  readonly name: string;
}

/**
 * AsyncAPI 3 of what Tenure sends by itself: records of the topic, and messages of the event stream. The same fact has two
 * shapes, and each is described: the topic is CloudEvents in the binary mode with the personal part apart, the stream is JSON.
 */
export function buildAsyncApi(kinds: readonly EventKind[], version: string): object {
  const variants = kinds.flatMap((kind) => kind.versions.map((says, at) => ({ kind, version: at + 1, says, name: dataName(kind.type, at + 1) })));
  const published = variants.filter(({ kind }) => kind.ofCustomer);
  return sorted({
    asyncapi: '3.0.0',
    info: {
      title: 'Tenure: events',
      version,
      description:
        'Events as they are published to Kafka (distributed profile) and streamed over HTTP (both profiles). Commands and questions are in `/openapi.json`.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    servers: {
      kafka: { host: '{brokers}', protocol: 'kafka', description: 'Of the distributed profile.', variables: { brokers: { default: 'localhost:9092' } } },
      engine: {
        host: '{address}',
        protocol: 'http',
        description: 'The engine, or a query-api.',
        variables: { address: { default: 'localhost:7070' } },
        security: [{ $ref: '#/components/securitySchemes/key' }],
      },
    },
    channels: {
      customerEvents: {
        address: TOPIC,
        servers: [{ $ref: '#/servers/kafka' }],
        description:
          'Every event of a customer at least once, the key being the id of the customer; those of one customer are on one partition and appear first in the order of `ce_revision`. ' +
          'A record may come again later: pass by what is no newer than the last `ce_revision` of its customer.',
        messages: Object.fromEntries(published.map(({ name }) => [`${name}Record`, { $ref: `#/components/messages/${name}Record` }])),
      },
      eventStream: {
        address: '/v1/events/stream',
        servers: [{ $ref: '#/servers/engine' }],
        description:
          'Server-sent events: `data` is the payload, in one line; `id` is the position (`sequence`), which `Last-Event-ID` takes up again. Heartbeats are comments, with an `id` of their own. ' +
          'Parameters are in `/openapi.json`.',
        messages: Object.fromEntries(variants.map(({ name }) => [name, { $ref: `#/components/messages/${name}` }])),
      },
    },
    operations: {
      publishCustomerEvents: { action: 'send', channel: { $ref: '#/channels/customerEvents' }, summary: 'Publishes the events of customers.' },
      streamEvents: { action: 'send', channel: { $ref: '#/channels/eventStream' }, summary: 'Streams events as they are recorded.' },
    },
    components: {
      schemas: { RecordHeaders: recordHeaders, ...eventDataSchemas(kinds) },
      messages: Object.fromEntries([
        ...published.map((variant) => [`${variant.name}Record`, recordMessage(variant)]),
        ...variants.map((variant) => [variant.name, streamMessage(variant)]),
      ]),
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key.' } },
    },
  });
}

function recordMessage({ kind, version, says: { facts, personal } }: Variant): object {
  const { type } = kind;
  return {
    name: cloudType(kind, version),
    title: `${type}, version ${version}, as a record of the topic`,
    contentType: 'application/json; charset=UTF-8',
    headers: refer('RecordHeaders'),
    payload: record({ facts, ...(personal && { personal }) }, ['personal']),
    bindings: { kafka: { key: { ...text, description: 'Id of the customer.' }, bindingVersion: '0.5.0' } },
  };
}

function streamMessage({ kind, version, name }: Variant): object {
  const type: Schema = { ...text, enum: [cloudType(kind, version)] };
  return {
    name: cloudType(kind, version),
    title: `${kind.type}, version ${version}, as a message of the event stream`,
    contentType: 'application/json',
    payload: record({ ...attributes, type, data: refer(name) }, optionalAttributes),
  };
}
