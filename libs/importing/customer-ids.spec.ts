import { CommandProcessor } from '@tenure/commanding';
import type { AppendRequest, RecordedEvent } from '@tenure/event-log';
import { givenSecret, type LogSecret } from '@tenure/log-secret';
import { customerIds } from './customer-ids.js';

const keyed = givenSecret('the secret of the log of this spec');
/** The secret of a log that version 0.1.0 began. */
const halfPlain: LogSecret = { ...keyed, isKeyedThroughout: async () => false };

async function idsIn(secret: LogSecret) {
  const streams = new Map<string, RecordedEvent[]>();
  const log = {
    readStream: async (stream: string) => streams.get(stream) ?? [],
    async append({ stream, events }: AppendRequest) {
      streams.set(
        stream,
        events.map((event, revision) => ({ ...event, stream, revision, position: String(revision), recordedAt: 0, personal: event.personal })),
      );
      const positions = events.map((_, at) => String(at));
      return { outcome: 'appended' as const, revision: 0, position: '0', positions, recordedAt: 0 };
    },
  };
  const customerId = 'Ada@example.com';
  const command = { name: 'RegisterCustomer', customerId, id: '1', data: { customerId, party: 'person' }, actor: 'spec' };
  expect(await new CommandProcessor(log, secret).execute(command)).toMatchObject({ status: 'accepted' });
  return customerIds(log, secret);
}

it('are made of the value, whatever there is in a log that has keyed hashes throughout', async () => {
  const ids = await idsIn(keyed);
  expect(await ids.idOf('email', 'Ada@example.com')).toMatch(/^c-[a-z2-7]{20}$/);
  expect(await ids.idOf('email', 'nobody')).toBeNull();
});

it('are the value itself for a customer whom version 0.1.0 recorded under it', async () => {
  const ids = await idsIn(halfPlain);
  expect(await ids.idOf('email', ' Ada@example.com ')).toBe('Ada@example.com');
  expect(await ids.idOf('email', 'ben@example.com')).toMatch(/^c-[a-z2-7]{20}$/);
  expect(await ids.idOf('email', 'nobody')).toBeNull();
});
