import type { FeedHandler } from '../../feed-handler.js';
import type { JoinGroup } from '../client/group-member.js';
import { FeedError } from '../feed-error.js';
import { until } from '../testing/stage.js';
import { FeedConsumer } from './feed-consumer.js';

/** A group that assigns these partitions at once. */
const given =
  (...partitions: number[]): JoinGroup =>
  async (_connection, _settings, events) => {
    const member = {
      seek: () => undefined,
      pause: () => undefined,
      resume: () => undefined,
      ends: async () => [
        { first: 0, next: 1 },
        { first: 0, next: 1 },
      ],
      committed: async () => null,
      commit: async () => undefined,
      close: async () => undefined,
    };
    events.joined(member, partitions);
    return member;
  };

describe('a consumer is ready by progress', () => {
  let consumer: FeedConsumer;
  let takesOver: FeedHandler['assigned'];
  afterEach(() => consumer.stop());

  const start = async (joinGroup: JoinGroup): Promise<void> => {
    const handler: FeedHandler = { assigned: (...args) => takesOver(...args), batch: async () => undefined, revoked: async () => undefined };
    const connection = { brokers: ['127.0.0.1:9'], clientId: 'test' };
    consumer = new FeedConsumer(handler, { connection, groupId: 'g', partitions: 2, joinGroup, watchMs: 20 });
    await consumer.start();
  };

  it('not from the start, while no group can be joined', async () => {
    await start(async () => {
      throw new FeedError('unreachable', 'Nobody answers.');
    });
    expect(consumer.progress()).toMatchObject({ healthy: false, lastError: expect.stringContaining('Nobody answers.') });
  });

  it('not before it has taken over every partition that it was given', async () => {
    let store: 'gone' | 'there' = 'gone';
    takesOver = async (partition) => {
      if (partition === 1 && store === 'gone') throw new Error('The store is gone.');
      return 0;
    };
    await start(given(0, 1));
    await until(() => consumer.progress().partitions[1]?.lastError !== null);
    expect(consumer.progress()).toMatchObject({ state: 'consuming', healthy: false, lastError: 'The store is gone.' });
    store = 'there';
    await until(() => consumer.progress().healthy);
  });

  it('without partitions, where there are more members than those', async () => {
    await start(given());
    await until(() => consumer.progress().healthy);
    expect(consumer.progress()).toMatchObject({ state: 'consuming', partitions: [] });
  });
});
