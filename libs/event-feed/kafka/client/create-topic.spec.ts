import type { Admin } from 'kafkajs';
import { createTopic } from './create-topic.js';

const refusal = (type: string): Error => Object.assign(new Error(type), { type });
const led = (...leaders: number[]) => ({ topics: [{ name: 't', partitions: leaders.map((leader, partitionId) => ({ leader, partitionId })) }] });
const offsets = (count: number) => Array.from({ length: count }, (_, partition) => ({ partition, offset: '0', high: '0', low: '0' }));
const config = { topic: 't', numPartitions: 2, replicationFactor: 1 };

/** Brokers that give these answers in turn, the last one for ever; an error is thrown. */
function brokers(created: boolean, metadata: unknown[], ends: unknown[]) {
  const asked = { metadata: 0, offsets: 0 };
  const next = async (answers: unknown[], what: keyof typeof asked) => {
    const answer = answers[Math.min(asked[what], answers.length - 1)];
    asked[what] += 1;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const admin = {
    createTopics: async () => created,
    fetchTopicMetadata: () => next(metadata, 'metadata'),
    fetchTopicOffsets: () => next(ends, 'offsets'),
  } as unknown as Admin;
  return { admin, asked };
}

it('a topic is created when brokers know it, all its partitions have leaders, and these answer', async () => {
  const { admin, asked } = brokers(
    true,
    [refusal('UNKNOWN_TOPIC_OR_PARTITION'), led(0), led(0, -1), led(0, 0)],
    [new Error('wrapped', { cause: refusal('NOT_LEADER_FOR_PARTITION') }), offsets(2)],
  );
  expect(await createTopic(admin, config)).toBe(true);
  expect(asked).toEqual({ metadata: 5, offsets: 2 });
});

it('one that another process has created meanwhile keeps the partitions it has', async () => {
  expect(await createTopic(brokers(false, [led(0, 0, 0)], [offsets(3)]).admin, config)).toBe(false);
});

it('what does not pass by itself is thrown at once', async () => {
  await expect(createTopic(brokers(true, [refusal('TOPIC_AUTHORIZATION_FAILED')], []).admin, config)).rejects.toThrow('TOPIC_AUTHORIZATION_FAILED');
});
