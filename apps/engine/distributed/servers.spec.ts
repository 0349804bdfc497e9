import { resolveSettings } from '@tenure/settings';
import pino from 'pino';
import { serversOf } from './servers.js';

const connection = (environment: Record<string, string>) => {
  const { settings } = resolveSettings({ flags: {}, environment: { KAFKA_BROKERS: 'a:1,b:2', ...environment }, configText: null, readSecret: () => '' });
  return serversOf(settings, pino({ level: 'silent' })).kafka('role');
};

describe('the connection to Kafka', () => {
  it('is open and nameless unless the settings say otherwise', () => {
    expect(connection({})).toMatchObject({ brokers: ['a:1', 'b:2'], clientId: 'role', ssl: false, sasl: undefined });
  });

  it('is encrypted and logged in to as the settings say', () => {
    const login = { KAFKA_TLS: 'on', KAFKA_USERNAME: 'tenure', KAFKA_PASSWORD: 'secret', KAFKA_SASL: 'scram-sha-512' };
    expect(connection(login)).toMatchObject({ ssl: true, sasl: { mechanism: 'scram-sha-512', username: 'tenure', password: 'secret' } });
  });
});
