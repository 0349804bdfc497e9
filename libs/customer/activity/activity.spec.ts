import { registered } from '../testing/story.js';

it('a visit is recorded with what was said about it', () => {
  const fields = { visitId: 'V', channel: 'video', subject: 'contract', result: 'wants an offer', place: 'Hamburg' };
  const [fact] = registered().outcome('RecordVisit', { ...fields, note: 'friendly' });
  expect(fact).toMatchObject({ type: 'VisitRecorded', personal: { note: 'friendly' } });
  expect(fact?.data).toEqual(fields);
});

it('a visit is named by its command if it has no name', () => {
  expect(registered().outcome('RecordVisit')[0]?.data).toEqual({ visitId: 'command-2' });
});

it('a visit is recorded once', () => {
  const story = registered().given('RecordVisit', { visitId: 'V' });
  expect(story.refusal('RecordVisit', { visitId: 'V' })).toMatchObject({ code: 'visit-id-used', pointer: '/visitId' });
});
