import { registered } from '../testing/story.js';

it('a visit is recorded with what was said about it, apart from the facts', () => {
  const facts = { visitId: 'V', channel: 'video' };
  const words = { subject: 'contract', result: 'wants an offer', place: 'Hamburg', note: 'friendly' };
  const [fact] = registered().outcome('RecordVisit', { ...facts, ...words });
  expect(fact).toMatchObject({ type: 'VisitRecorded', version: 2 });
  expect([fact?.data, fact?.personal]).toEqual([facts, words]);
});

it('a visit is named by its command if it has no name', () => {
  expect(registered().outcome('RecordVisit')[0]?.data).toEqual({ visitId: 'command-2' });
});

it('a visit is recorded once', () => {
  const story = registered().given('RecordVisit', { visitId: 'V' });
  expect(story.refusal('RecordVisit', { visitId: 'V' })).toMatchObject({ code: 'visit-id-used', pointer: '/visitId' });
});
