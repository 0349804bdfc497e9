import { isIP } from 'node:net';
import { currencyCodes, isCurrency } from '@tenure/shape';
import { canonicalTimeZone, timeZoneRemedy } from '@tenure/time';
import { isNamespace, NAMESPACE_FORM } from './namespace.js';
import { numberSetting, textSetting, wordSetting } from './setting.js';
import { weaknessOf } from './weak-secret.js';

const profiles = ['embedded', 'distributed'] as const;
const switches = ['off', 'on'] as const;
const saslMechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;
const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

function isHost(text: string): boolean {
  return isIP(text) !== 0 || /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(text);
}

const isUrlOf = (schemes: RegExp) => (text: string) => schemes.test(text) && !/\s/.test(text);
const isBrokerList = (text: string) => text.split(',').every((broker) => /^\[?[\w.:-]+\]?:\d{1,5}$/.test(broker));
const isNetworkList = (text: string) => text.split(',').every(isNetwork);
function isNetwork(text: string): boolean {
  const [address = '', bits] = text.split('/');
  const version = isIP(address);
  return version !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)));
}
const isCredential = (text: string) => text.length >= 1 && text.length <= 255;

const isApiKey = (text: string) => /^[\x21-\x7e]{16,255}$/.test(text);

/** The length of a random 128-bit key in hexadecimal digits. A log with a weak secret keeps it: it cannot be changed. */
const isLogSecret = (text: string) => /^[\x21-\x7e]{32,255}$/.test(text);

/** In visible ASCII, as for a header. Nothing else protects the engine, so a guessable key is refused. */
const apiKeyAllowed = '16 to 255 visible ASCII characters that cannot be guessed';
function apiKeyRemedy(text: string): string {
  const weakness = isApiKey(text) ? ` (it ${weaknessOf(text)})` : '';
  return `${apiKeyAllowed}${weakness}, e.g. what "openssl rand -hex 32" prints`;
}

/** All settings, in the order in which `tenure config` prints them. */
export const definitions = {
  profile: wordSetting({ environment: 'TENURE_PROFILE', summary: 'one process on one file, or roles on a cluster' }, profiles, 'embedded'),
  data: textSetting(
    { environment: 'TENURE_DATA', summary: 'the folder that holds the log and the read models' },
    'a path',
    (text) => !text.includes('\0'),
    './data',
  ),
  host: textSetting({ environment: 'TENURE_HOST', summary: 'the address to listen on' }, 'an IP address or a host name, e.g. 127.0.0.1', isHost, '127.0.0.1'),
  port: numberSetting({ environment: 'TENURE_PORT', summary: 'the port to listen on; 0 takes a free one' }, 0, 65_535, 7070),
  apiKey: {
    ...textSetting(
      { environment: 'TENURE_API_KEY', summary: 'a key with all roles, for scripts', secret: true },
      apiKeyAllowed,
      (text) => isApiKey(text) && weaknessOf(text) === null,
      null,
    ),
    remedy: apiKeyRemedy,
  },
  logSecret: textSetting(
    {
      environment: 'TENURE_LOG_SECRET',
      summary:
        'what payload hashes and ids of imports are keyed with, and what seals the keys of customers, for ever (default: made once, kept beside the log)',
      secret: true,
    },
    '32 to 255 visible ASCII characters',
    isLogSecret,
    null,
  ),
  timezone: {
    ...textSetting(
      { environment: 'TENURE_TIMEZONE', summary: 'the zone that days, weeks and months are counted in' },
      'an IANA time zone, e.g. UTC or Europe/Berlin',
      (text) => canonicalTimeZone(text) !== null,
      'UTC',
    ),
    parse: (text: string) => canonicalTimeZone(text) ?? undefined,
    remedy: timeZoneRemedy,
    words: ['UTC', ...Intl.supportedValuesOf('timeZone')],
  },
  currency: {
    ...textSetting({ environment: 'TENURE_CURRENCY', summary: 'the currency that reports are given in' }, 'an ISO 4217 code, e.g. USD', isCurrency, 'USD'),
    words: currencyCodes,
  },
  allowedSkew: numberSetting({ environment: 'TENURE_ALLOWED_SKEW', summary: 'how many seconds ahead of our clock a fact may lie' }, 0, 86_400, 300),
  largestAmount: numberSetting(
    { environment: 'TENURE_LARGEST_AMOUNT', summary: 'the largest amount that a command may carry, in minor units (cents)' },
    1,
    Number.MAX_SAFE_INTEGER,
    10_000_000_000_000,
  ),
  importMegabytes: numberSetting(
    { environment: 'TENURE_IMPORT_MEGABYTES', summary: 'what files of imports, unpacked, may take on the disk together, in MiB; no single one may have more' },
    1,
    1_048_576,
    4_096,
  ),
  connections: numberSetting(
    { environment: 'TENURE_CONNECTIONS', summary: 'how many connections may be open at once; more are closed at once' },
    1,
    1_000_000,
    10_000,
  ),
  streamsPerKey: numberSetting({ environment: 'TENURE_STREAMS_PER_KEY', summary: 'how many event streams one key may have open' }, 1, 1_000_000, 2_000),
  querySeconds: numberSetting(
    { environment: 'TENURE_QUERY_SECONDS', summary: 'how long an answer may take; one about an earlier moment ten times as long' },
    1,
    86_400,
    60,
  ),
  pastMegabytes: numberSetting(
    { environment: 'TENURE_PAST_MEGABYTES', summary: 'what read models of earlier moments may take on the disk together, in MiB' },
    1,
    1_048_576,
    4_096,
  ),
  accessMonths: numberSetting(
    { environment: 'TENURE_ACCESS_MONTHS', summary: 'for how many months the record of access tells from which addresses; then their keys are destroyed' },
    0,
    120,
    12,
  ),
  tlsCertFile: textSetting(
    { environment: 'TENURE_TLS_CERT_FILE', summary: 'the certificate (PEM, with those it was signed by) to speak TLS with; read again when it changes' },
    'a path',
    (text) => !text.includes('\0'),
    null,
  ),
  tlsKeyFile: textSetting({ environment: 'TENURE_TLS_KEY_FILE', summary: 'the key of that certificate (PEM)' }, 'a path', (text) => !text.includes('\0'), null),
  allowedHosts: textSetting(
    {
      environment: 'TENURE_ALLOWED_HOSTS',
      summary: 'names that it may be asked under beside localhost and IP addresses (default: no other while it listens on this machine only, else any)',
    },
    'host names with a comma between, e.g. tenure.example.com',
    (text) => text.split(',').every(isHost),
    null,
  ),
  trustedProxies: textSetting(
    { environment: 'TENURE_TRUSTED_PROXIES', summary: 'the gateways whose X-Forwarded-For says where a request comes from' },
    'IP addresses or networks with a comma between, e.g. 10.0.0.0/8,127.0.0.1',
    isNetworkList,
    null,
  ),
  scrubEventsPerSecond: numberSetting(
    { environment: 'TENURE_SCRUB_EVENTS_PER_SECOND', summary: 'how fast the log is verified in the background, over and over; 0 for never' },
    0,
    1_000_000,
    1_000,
  ),
  logLevel: wordSetting({ environment: 'TENURE_LOG_LEVEL', summary: 'what is written to stderr, as JSON lines' }, logLevels, 'warn'),
  eventstoredbUrl: textSetting(
    { environment: 'EVENTSTOREDB_URL', summary: 'the event log of the distributed profile', secret: true },
    'an esdb:// or kurrentdb:// address: esdb://host:2113 for one node, esdb://a,b,c for a cluster, esdb+discover://name for its DNS name',
    isUrlOf(/^(esdb|kurrentdb)(\+discover)?:\/\//),
    null,
  ),
  kafkaBrokers: textSetting(
    { environment: 'KAFKA_BROKERS', summary: 'the event feed of the distributed profile' },
    'host:port, several with a comma between',
    isBrokerList,
    null,
  ),
  kafkaTls: wordSetting(
    { environment: 'KAFKA_TLS', summary: 'whether the brokers are spoken to by TLS; NODE_EXTRA_CA_CERTS names a CA of your own' },
    switches,
    'off',
  ),
  kafkaUsername: textSetting({ environment: 'KAFKA_USERNAME', summary: 'who logs in to Kafka (SASL)' }, 'a name of 1 to 255 characters', isCredential, null),
  kafkaPassword: textSetting({ environment: 'KAFKA_PASSWORD', summary: 'its password', secret: true }, '1 to 255 characters', isCredential, null),
  kafkaSasl: wordSetting({ environment: 'KAFKA_SASL', summary: 'the mechanism of that login' }, saslMechanisms, 'plain'),
  mongodbUrl: textSetting(
    { environment: 'MONGODB_URL', summary: 'the read models of the distributed profile', secret: true },
    'a mongodb:// or mongodb+srv:// address',
    isUrlOf(/^mongodb(\+srv)?:\/\//),
    null,
  ),
  namespace: textSetting(
    { environment: 'TENURE_NAMESPACE', summary: 'tells engines apart that share servers: names their topic, database and streams' },
    NAMESPACE_FORM,
    isNamespace,
    'tenure',
  ),
  partitions: numberSetting({ environment: 'TENURE_PARTITIONS', summary: 'into how many parts customers are divided; fixed for a topic' }, 1, 10_000, 8),
  replication: numberSetting({ environment: 'TENURE_REPLICATION', summary: 'on how many brokers each record of the topic lies; 3 on a cluster' }, 1, 100, 1),
  retentionDays: numberSetting({ environment: 'TENURE_RETENTION_DAYS', summary: 'how long the topic keeps a record; 0 for ever' }, 0, 36_500, 0),
  bulkSize: numberSetting({ environment: 'TENURE_BULK_SIZE', summary: 'most writes to MongoDB in one bulk; 50 for FerretDB' }, 1, 100_000, 1_000),
} as const;

export type SettingName = keyof typeof definitions;
export const settingNames = Object.keys(definitions) as SettingName[];
export type Settings = {
  readonly [Name in SettingName]: NonNullable<ReturnType<(typeof definitions)[Name]['parse']>> | (typeof definitions)[Name]['fallback'];
};

/** The distributed profile cannot store anything without these. */
export const neededWhenDistributed: readonly SettingName[] = ['eventstoredbUrl', 'kafkaBrokers', 'mongodbUrl'];

/** One is useless without the other. */
export const belongTogether: readonly (readonly [SettingName, SettingName])[] = [
  ['kafkaUsername', 'kafkaPassword'],
  ['tlsCertFile', 'tlsKeyFile'],
];
