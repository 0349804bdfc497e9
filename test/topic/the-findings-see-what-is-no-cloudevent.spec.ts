import { findings, pairs, toCloudEvent } from './cloud-event.js';
import type { TopicRecord } from './kcat.js';

const headers = {
  ce_specversion: '1.0',
  ce_id: '3398db49',
  ce_source: '/tenure',
  ce_type: 'tenure.customer.VisitRecorded.v1',
  ce_subject: 'Zoë, 東京',
  ce_time: '2024-05-01T09:00:00.000Z',
  'content-type': 'application/json; charset=UTF-8',
};
const record = (changes: Record<string, string | undefined> = {}, payload: string | null = '{"facts":{}}'): TopicRecord => ({
  partition: 0,
  offset: 0,
  key: 'Zoë, 東京',
  payload,
  headers: Object.entries({ ...headers, ...changes }).flatMap(([name, value]) => (value === undefined ? [] : [name, value])),
});

it('nothing is found in the example of the specification, nor in a record with an extension and a foreign header', () => {
  expect(findings(record())).toEqual([]);
  expect(
    findings(record({ ce_revision: '0', traceparent: '00-1-1-01', ce_source: 'https://example.com/a?b#c', ce_time: '1985-04-12T23:20:50+01:00' })),
  ).toEqual([]);
});

it.each(['ce_id', 'ce_source', 'ce_specversion', 'ce_type', 'content-type'])('a record without %s', (name) => {
  expect(findings(record({ [name]: undefined }))).toEqual([expect.stringContaining(`${name} is missing`)]);
});

it.each<[string, Record<string, string>, RegExp]>([
  ['a version to come', { ce_specversion: '1.1' }, /ce_specversion "1.1"/],
  ['an empty id', { ce_id: '' }, /ce_id is empty/],
  ['a source with a blank', { ce_source: '/my engine' }, /ce_source/],
  ['a source that is text', { ce_source: 'Größe' }, /ce_source/],
  ['a time without a zone', { ce_time: '2024-05-01T09:00:00' }, /ce_time/],
  ['a time that is a day', { ce_time: '2024-05-01' }, /ce_time/],
  ['a name with a capital', { ce_recordedTime: 'x' }, /ce_recordedTime/],
  ['a name with a dash', { 'ce_recorded-time': 'x' }, /ce_recorded-time/],
  ['a name too long', { ce_recordedtimeofthislog: 'x' }, /20 characters/],
  ['a value with a line break', { ce_subject: 'a\nb' }, /ce_subject holds/],
  ['a value with half a character', { ce_subject: '\ud83d' }, /ce_subject holds/],
  ['a value with a noncharacter', { ce_subject: '\ufffe' }, /ce_subject holds/],
  ['the data in a header', { ce_data: '{}' }, /ce_data is no header/],
  ['the type of the data in an attribute', { ce_datacontenttype: 'application/json' }, /ce_datacontenttype is no header/],
  ['a content type that is none', { 'content-type': 'json' }, /media type/],
  ['the structured mode', { 'content-type': 'application/cloudevents+json' }, /another mode/],
])('%s', (_, changes, finding) => {
  expect(findings(record(changes))).toEqual([expect.stringMatching(finding)]);
});

it('a name that is there twice, data that is missing, and data that is not what content-type says', () => {
  expect(findings({ ...record(), headers: [...record().headers!, 'ce_id', 'again'] })).toEqual(['ce_id is there twice']);
  expect(findings(record({}, null))).toEqual(['there is no data']);
  expect(findings(record({}, '{'))).toEqual([expect.stringContaining('not JSON')]);
});

it('attributes come without their prefix, the type of the data among them, other headers not at all', () => {
  const { attributes, data } = toCloudEvent(record({ traceparent: '00-1-1-01' }));
  expect(data).toEqual({ facts: {} });
  expect(attributes.get('datacontenttype')).toBe(headers['content-type']);
  expect([...attributes.keys()]).not.toContain('traceparent');
  expect([...pairs(record().headers!)]).toHaveLength(attributes.size);
});
