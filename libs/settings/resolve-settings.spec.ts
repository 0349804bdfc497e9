import { describeSettings, resolveSettings, type SettingSources, SettingsError } from './index.js';

const nothing: SettingSources = {
  flags: {},
  environment: {},
  configText: null,
  readSecret: () => {
    throw new Error('ENOENT');
  },
};

function problemsOf(sources: Partial<SettingSources>): readonly { key: string; detail: string }[] {
  try {
    resolveSettings({ ...nothing, ...sources });
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

it('defaults need nothing', () => {
  const { settings, origins } = resolveSettings(nothing);
  expect(settings).toMatchObject({ profile: 'embedded', data: './data', host: '127.0.0.1', port: 7070, timezone: 'UTC', apiKey: null });
  expect(origins.port).toEqual({ source: 'default', name: 'default' });
});

it('flags win over the environment, that over the file, that over defaults, and each value says where it is from', () => {
  const configText = `\uFEFF${JSON.stringify({ port: 1, host: 'file.example', timezone: 'Europe/Berlin', kafkaBrokers: ['a:1', 'b:2'] })}`;
  const { settings, origins } = resolveSettings({ ...nothing, flags: { port: '3' }, environment: { TENURE_PORT: '2', TENURE_HOST: '::1' }, configText });
  expect(settings).toMatchObject({ port: 3, host: '::1', timezone: 'Europe/Berlin', kafkaBrokers: 'a:1,b:2' });
  expect(origins).toMatchObject({
    port: { source: 'flag', name: '--port' },
    host: { source: 'environment', name: 'TENURE_HOST' },
    timezone: { source: 'config-file', name: 'tenure.config.json: timezone' },
    currency: { source: 'default' },
  });
});

it('a secret may lie in a file, which is trimmed; it is never described', () => {
  const resolved = resolveSettings({ ...nothing, environment: { TENURE_API_KEY_FILE: '/run/key' }, readSecret: () => 'from-the-file-of-a-script\n' });
  expect(resolved.settings.apiKey).toBe('from-the-file-of-a-script');
  expect(resolved.origins.apiKey).toEqual({ source: 'secret-file', name: 'TENURE_API_KEY_FILE' });
  expect(JSON.stringify(describeSettings(resolved))).not.toContain('abcdefgh');
});

it('a secret file that cannot be read, or beside the variable itself, is a problem with its name', () => {
  expect(problemsOf({ environment: { MONGODB_URL_FILE: '/nowhere' } })[0]).toMatchObject({
    key: 'MONGODB_URL_FILE',
    detail: expect.stringContaining('ENOENT'),
  });
  const both = { TENURE_API_KEY: 'x'.repeat(20), TENURE_API_KEY_FILE: '/run/key' };
  expect(problemsOf({ environment: both, readSecret: () => 'y'.repeat(20) })[0]?.detail).toContain('unset one of the two');
});

it.each([
  ['a flag', { flags: { timezoen: 'UTC' } }, '--timezoen', 'Did you mean --timezone?'],
  ['a file in UTF-16', { configText: '{\0"\0' }, 'tenure.config.json', 'save it as UTF-8'],
  ['a key of the file', { configText: '{"prot": 1}' }, 'tenure.config.json: prot', 'Did you mean port?'],
  ['a key like nothing else', { configText: '{"xyzzyQq": 1}' }, 'tenure.config.json: xyzzyQq', 'there are profile'],
])('%s that does not exist stops the start and names the nearest', (_case, sources, key, sentence) => {
  expect(problemsOf(sources)).toEqual([{ key, detail: expect.stringContaining(sentence) }]);
});

it.each([
  ['TENURE_PROT', 'Did you mean TENURE_PORT?'],
  ['TENURE_KEY', 'Did you mean TENURE_API_KEY?'],
  ['TENURE_XYZZY_QQ', 'there are TENURE_PROFILE'],
])('the variable %s, which is no setting, stops nothing and is warned of with the nearest', (key, sentence) => {
  const { settings, warnings } = resolveSettings({ ...nothing, environment: { [key]: '1', TENURE_PORT: '8080' } });
  expect(settings.port).toBe(8080);
  expect(warnings).toEqual([{ key, detail: expect.stringContaining(sentence) }]);
});

it('variables of others, and those that steer the tests, are left alone', () => {
  expect(resolveSettings({ ...nothing, environment: { PATH: '/bin', TENURE_TEST_DATA: 'data', TENURE_CACHE: '/c' } }).warnings).toEqual([]);
});

it('what Kubernetes sets for a service called tenure is passed over, and named where it takes the place of a setting', () => {
  const environment = {
    TENURE_PORT: 'tcp://10.96.0.17:7070',
    TENURE_SERVICE_HOST: '10.96.0.17',
    TENURE_SERVICE_PORT: '7070',
    TENURE_SERVICE_PORT_HTTP: '7070',
    TENURE_PORT_7070_TCP: 'tcp://10.96.0.17:7070',
    TENURE_PORT_7070_TCP_ADDR: '10.96.0.17',
    TENURE_QUERY_API_PORT: 'tcp://10.96.0.18:7070',
  };
  const { settings, warnings } = resolveSettings({ ...nothing, environment, configText: '{"port": 7171}' });
  expect(settings.port).toBe(7171);
  expect(warnings).toEqual([{ key: 'TENURE_PORT', detail: expect.stringContaining('a service called "tenure"') }]);
});

it.each([
  ['TENURE_PORT', '65536', 'a whole number from 0 to 65535'],
  ['TENURE_PORT', '7070.5', '"7070.5" is not allowed'],
  ['TENURE_PORT', '', 'an empty text is not allowed'],
  ['TENURE_PROFILE', 'embeded', 'Did you mean embedded?'],
  ['TENURE_TIMEZONE', 'Europe/Berln', 'Did you mean Europe/Berlin?'],
  ['TENURE_CURRENCY', 'usd', 'Did you mean USD?'],
  ['TENURE_HOST', 'http://x', 'an IP address or a host name'],
  ['TENURE_API_KEY', 'secret', '16 to 255 visible'],
  ['TENURE_API_KEY', 'my-password-is-secret', 'it is made of well-known words), e.g. what "openssl rand -hex 32"'],
  ['KAFKA_BROKERS', 'localhost', 'host:port'],
])('%s=%s is refused with what is allowed', (key, text, sentence) => {
  expect(problemsOf({ environment: { [key]: text } })).toEqual([{ key, detail: expect.stringContaining(sentence) }]);
});

it('a bad secret is not shown', () => {
  expect(problemsOf({ environment: { TENURE_API_KEY: 'hunter2' } })[0]?.detail).not.toContain('hunter2');
});

it('a file that is not JSON, not an object, or holds the wrong kind of value', () => {
  expect(problemsOf({ configText: '{"port": 7070,}' })[0]).toMatchObject({ key: 'tenure.config.json', detail: expect.stringContaining('not valid JSON') });
  expect(problemsOf({ configText: '[]' })[0]?.detail).toContain('one JSON object');
  expect(problemsOf({ configText: '{"port": {"is": 1}}' })[0]).toMatchObject({ key: 'tenure.config.json: port' });
  expect(problemsOf({ configText: '{"__proto__": 1}' })[0]).toMatchObject({ key: 'tenure.config.json: __proto__' });
});

it('all problems are told at once, and the distributed profile says what it needs', () => {
  const keys = problemsOf({ environment: { TENURE_PROFILE: 'distributed', TENURE_PORT: 'x' } }).map((problem) => problem.key);
  expect(keys).toEqual(['TENURE_PORT', 'EVENTSTOREDB_URL', 'KAFKA_BROKERS', 'MONGODB_URL']);
});

it('a login to Kafka is whole or not there, and its password is never printed', () => {
  expect(problemsOf({ environment: { KAFKA_USERNAME: 'tenure' } })[0]).toMatchObject({ key: 'KAFKA_PASSWORD', detail: 'it is needed beside KAFKA_USERNAME' });
  expect(problemsOf({ environment: { KAFKA_PASSWORD: 'hunter2hunter2' } }).map(({ key }) => key)).toEqual(['KAFKA_USERNAME']);
  expect(problemsOf({ environment: { KAFKA_USERNAME: 'tenure', KAFKA_PASSWORD: 'p', KAFKA_SASL: 'scram-sha-257' } })[0]?.detail).toContain(
    'Did you mean scram-sha-256?',
  );
});

it.each([
  ['IST', 'Asia/Kolkata'],
  ['+02:00', 'Etc/GMT-2'],
  ['Europe/Berlni', 'Europe/Berlin'],
])('a time zone %s stops the start and names an IANA zone', (zone, named) => {
  expect(() => resolveSettings({ ...nothing, environment: { TENURE_TIMEZONE: zone } })).toThrow(named);
});

it('a time zone is called by its IANA name, however it was typed', () => {
  expect(resolveSettings({ ...nothing, environment: { TENURE_TIMEZONE: 'europe/berlin' } }).settings.timezone).toBe('Europe/Berlin');
});
