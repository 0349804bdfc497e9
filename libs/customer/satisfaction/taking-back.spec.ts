import { registered } from '../testing/story.js';

const wrong = { reason: 'read wrong' };
const answered = () => registered().given('RecordSatisfaction', { satisfactionId: 'N', metric: 'nps', score: 3, about: 'survey', occurredAt: '2026-03-01' });

it('a correction of an answer keeps what it leaves out', () => {
  const [fact] = answered().outcome('CorrectSatisfaction', { satisfactionId: 'N', score: 8, ...wrong });
  expect(fact?.personal).toEqual(wrong);
  expect(fact?.data).toEqual({
    satisfactionId: 'N',
    was: { occurredAt: '2026-03-01', metric: 'nps', score: 3, min: 0, max: 10, about: 'survey' },
    now: { occurredAt: '2026-03-01', metric: 'nps', score: 8, min: 0, max: 10, about: 'survey' },
  });
});

it.each([
  [{ satisfactionId: 'X', score: 1 }, 'satisfaction-unknown', '/satisfactionId'],
  [{ satisfactionId: 'N', score: 3 }, 'nothing-changed', undefined],
  [{ satisfactionId: 'N', score: 11 }, 'score-out-of-range', '/score'],
  [{ satisfactionId: 'N', metric: 'csat', score: 8 }, 'score-out-of-range', '/score'],
  [{ satisfactionId: 'N', metric: 'scale' }, 'scale-ends-missing', '/min'],
])('a correction %j is refused as %s', (fields, code, pointer) => {
  const refusal = answered().refusal('CorrectSatisfaction', { ...fields, ...wrong });
  expect(refusal.code).toBe(code);
  expect(refusal.pointer).toBe(pointer);
});

it('an answer without an id is named by its command, and an id is used once', () => {
  const story = registered().given('RecordSatisfaction', { metric: 'csat', score: 4 });
  expect(story.outcome('CorrectSatisfaction', { satisfactionId: 'command-2', score: 5, ...wrong })).toHaveLength(1);
  expect(answered().refusal('RecordSatisfaction', { satisfactionId: 'N', metric: 'nps', score: 1 }).code).toBe('satisfaction-id-used');
});

it('a voided answer is voided once, and may be recorded again', () => {
  const story = answered().given('VoidSatisfaction', { satisfactionId: 'N', ...wrong });
  expect(story.refusal('VoidSatisfaction', { satisfactionId: 'N', ...wrong })).toMatchObject({ code: 'satisfaction-voided', pointer: '/satisfactionId' });
  story.given('RecordSatisfaction', { satisfactionId: 'N', metric: 'nps', score: 1 });
});
