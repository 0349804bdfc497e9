import type { NewEvent } from '@tenure/event-log';
import { changedBy, correctableAs } from './as-corrected.js';
import { tellStory } from './golden/story.js';

const facts = tellStory().facts.map((fact) => ({ ...fact, metadata: { commandId: 'c-1' } }) as NewEvent);
const changing = facts.filter(({ type }) => /(Corrected|Voided)$/.test(type)).map((change) => [change.type, change] as const);

it.each(changing)('%s calls the fact that it changes as the fact is called', (_type, change) => {
  const called = changedBy(change);
  expect(called).not.toBeNull();
  expect(facts.map((fact) => correctableAs(fact))).toContain(called);
});

it('nothing else changes a fact', () => {
  for (const fact of facts) if (!changing.some(([type]) => type === fact.type)) expect([fact.type, changedBy(fact)]).toEqual([fact.type, null]);
});
