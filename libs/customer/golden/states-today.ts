import { aspects } from '../aspects.js';
import { evolve } from '../evolve.js';
import { initialState } from '../state.js';
import { FOLD } from '../state-version.js';
import { subjectsOf } from '../subjects.js';
import { tellStory } from './story.js';

/** The subjects of an event of the story, or, for an event about the customer as a whole, the state of its aspect after it. */
type KeptBy = { readonly subjects: readonly string[] } | { readonly state: unknown };

/** The content of stored states, by type of event. */
export function statesToday(): { readonly fold: number; readonly byEvent: Readonly<Record<string, KeptBy>> } {
  const whole = initialState();
  const byEvent: Record<string, KeptBy> = {};
  for (const fact of tellStory().facts) {
    const subjects = subjectsOf(fact);
    if (subjects.length === 0) evolve(whole, fact);
    byEvent[fact.type] = subjects.length === 0 ? { state: structuredClone(partOf(fact.type, whole)) } : { subjects };
  }
  return { fold: FOLD, byEvent };
}

function partOf(type: string, whole: object): unknown {
  const aspect = aspects.find(({ events }) => events.some((event) => event.type === type));
  return Object.entries(whole).find(([name]) => name === aspect?.name)?.[1];
}
