import { registered } from '../testing/story.js';

const wrong = { reason: 'typed wrong' };
const visited = () => registered().given('RecordVisit', { visitId: 'V', place: 'Rome', occurredAt: '2026-03-01' });

it('a correction of a visit moves it, or replaces what was said about it', () => {
  const [fact] = visited().outcome('CorrectVisit', { visitId: 'V', occurredAt: '2026-03-02', place: null, ...wrong });
  expect(fact?.data).toEqual({ visitId: 'V', was: { occurredAt: '2026-03-01' }, now: { occurredAt: '2026-03-02' } });
  expect(fact?.personal).toEqual({ place: null, ...wrong });
  const [spoken] = visited().outcome('CorrectVisit', { visitId: 'V', channel: 'video', ...wrong });
  expect(spoken?.data).toMatchObject({ now: { occurredAt: '2026-03-01', channel: 'video' } });
  expect(visited().refusal('CorrectVisit', { visitId: 'V', ...wrong }).code).toBe('nothing-changed');
  expect(visited().refusal('CorrectVisit', { visitId: 'X', place: 'Bonn', ...wrong })).toMatchObject({ code: 'visit-unknown', pointer: '/visitId' });
});

it('a voided visit is voided once, and may be recorded again', () => {
  const story = visited().given('VoidVisit', { visitId: 'V', ...wrong });
  expect(story.refusal('VoidVisit', { visitId: 'V', ...wrong })).toMatchObject({ code: 'visit-voided', pointer: '/visitId' });
  expect(story.refusal('CorrectVisit', { visitId: 'V', place: 'Bonn', ...wrong }).code).toBe('visit-voided');
  expect(story.given('RecordVisit', { visitId: 'V' }).refusal('RecordVisit', { visitId: 'V' }).code).toBe('visit-id-used');
});
