import type { RelayCheckpoint } from '../../relay-state.js';
import type { FoundRecord } from '../client/records-at.js';
import type { WritableTopic } from '../client/topic-writer.js';
import { FeedError } from '../feed-error.js';
import { checkLastRecords } from './check-last-records.js';
import { relaySettings } from './relay-settings.js';

const ours = { ce_publication: 'p', ce_id: 'e-9', ce_sequence: '0009' };
const found = (headers: Record<string, string | Buffer>, next = 10): FoundRecord => ({ record: { key: null, value: null, headers }, next });
const none = (next: number): FoundRecord => ({ record: null, next });
const checkpoint: RelayCheckpoint = { publication: 'p', position: '0012', recordedAt: 0, offsets: [10], lastRecords: [{ offset: 9, eventId: 'e-9' }] };
/** A checkpoint saved before last records were kept. */
const ofBefore: RelayCheckpoint = { ...checkpoint, lastRecords: [] };

/** The result of a check: the code of its error or null, and the warnings given meanwhile. */
async function checked(saved: RelayCheckpoint, there: FoundRecord | FeedError, first = 0): Promise<[string | null, string[]]> {
  const warnings: string[] = [];
  const settings = relaySettings({
    connection: { brokers: ['memory:9092'], clientId: 'spec', log: (_, message) => warnings.push(message) },
    topic: { topic: 't', partitions: 1, replication: 1, retentionMs: 'forever' },
    holder: 'spec',
  });
  const recordsAt: WritableTopic['recordsAt'] = async () => {
    if (there instanceof FeedError) throw there;
    return [there];
  };
  const topic: WritableTopic = { ends: [{ first, next: 10 }], recordsAt, send: async () => new Map(), close: async () => undefined };
  try {
    await checkLastRecords(saved, topic, settings, [0]);
    return [null, warnings];
  } catch (error) {
    return [(error as FeedError).code, warnings];
  }
}

it.each([
  ['the one that was published, as Kafka gives it back', checkpoint, found({ ...ours, ce_publication: Buffer.from('p'), ce_id: Buffer.from('e-9') }), null],
  ['of another publication', checkpoint, found({ ...ours, ce_publication: 'q' }), 'topic-replaced'],
  ['of no publication', checkpoint, found({}), 'topic-replaced'],
  ['another event of the same publication, from a batch that came into the new topic', checkpoint, found({ ...ours, ce_id: 'e-7' }), 'topic-replaced'],
  ['not known, as none was kept before, but of the publication', ofBefore, found({ ...ours, ce_id: 'e-7' }), null],
  ['not known, and of later than was published by then', ofBefore, found({ ...ours, ce_sequence: '0013' }), 'topic-replaced'],
  ['not known, and of no event', ofBefore, found({ ce_publication: 'p' }), 'topic-replaced'],
  ['kept of an earlier save, which a relay of before has gone on from', { ...checkpoint, lastRecords: [{ offset: 4, eventId: 'e-4' }] }, found(ours), null],
  ['from before publications had names', { ...ofBefore, publication: 'continued-p' }, found({ ce_id: 'e-9', ce_sequence: '0009' }), null],
  ["a stranger's, where publications had no names", { ...ofBefore, publication: null }, found({ 'content-type': 'text/plain' }), 'topic-replaced'],
  ["the marker of a stranger's transaction, at the end", checkpoint, none(10), 'topic-replaced'],
])('the last record is %s: %#', async (_, saved, there, code) => {
  expect(await checked(saved, there)).toEqual([code, []]);
});

it('goes on with a warning where compaction has removed the last record', async () => {
  expect(await checked(checkpoint, none(12))).toEqual([null, [expect.stringContaining('cleanup.policy=delete')]]);
});

it('goes on with a warning where the broker does not let it read, and does not go on where it gives no answer', async () => {
  const refused = await checked(checkpoint, new FeedError('not-authorised', 'No Read.'));
  expect(refused).toEqual([null, [expect.stringMatching(/not looked at: grant Read/)]]);
  expect(await checked(checkpoint, new FeedError('unreachable', 'Nobody answers.'))).toEqual(['unreachable', []]);
});

it('asks for nothing where nothing was published, or retention has removed it', async () => {
  const mustNotBeAsked = new FeedError('failed', 'asked');
  expect(await checked({ ...checkpoint, offsets: [0], lastRecords: [null] }, mustNotBeAsked)).toEqual([null, []]);
  expect(await checked(checkpoint, mustNotBeAsked, 10)).toEqual([null, []]);
});
