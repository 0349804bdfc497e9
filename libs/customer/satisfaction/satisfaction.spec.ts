import { registered } from '../testing/story.js';

it.each([
  [
    { metric: 'nps', score: 0 },
    { min: 0, max: 10 },
  ],
  [
    { metric: 'nps', score: 10, min: 0, max: 10 },
    { min: 0, max: 10 },
  ],
  [
    { metric: 'csat', score: 1 },
    { min: 1, max: 5 },
  ],
  [
    { metric: 'scale', score: 2.5, min: -3, max: 3 },
    { min: -3, max: 3 },
  ],
])('%j is recorded with the ends of its scale', (fields, ends) => {
  expect(registered().outcome('RecordSatisfaction', fields)[0]?.data).toEqual({ satisfactionId: 'command-2', ...fields, ...ends });
});

it('keeps the words of the customer apart from the facts', () => {
  const [fact] = registered().outcome('RecordSatisfaction', {
    metric: 'csat',
    score: 5,
    about: 'order A',
    comment: 'friendly',
  });
  expect(fact).toMatchObject({ data: { about: 'order A' }, personal: { comment: 'friendly' } });
});

it.each([
  [{ metric: 'nps', score: 11 }, 'score-out-of-range', '/score'],
  [{ metric: 'nps', score: 7.5 }, 'score-out-of-range', '/score'],
  [{ metric: 'csat', score: 0 }, 'score-out-of-range', '/score'],
  [{ metric: 'csat', score: 3, max: 7 }, 'scale-ends-wrong', '/max'],
  [{ metric: 'nps', score: 3, min: 1 }, 'scale-ends-wrong', '/min'],
  [{ metric: 'scale', score: 3 }, 'scale-ends-missing', '/min'],
  [{ metric: 'scale', score: 3, min: 1 }, 'scale-ends-missing', '/max'],
  [{ metric: 'scale', score: 3, min: 3, max: 3 }, 'scale-ends-wrong', '/min'],
  [{ metric: 'scale', score: 4, min: 1, max: 3 }, 'score-out-of-range', '/score'],
])('%j is refused as %s', (fields, code, pointer) => {
  expect(registered().refusal('RecordSatisfaction', fields)).toMatchObject({ code, pointer });
});
