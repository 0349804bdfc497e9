import { readFileSync } from 'node:fs';
import { evolve } from './evolve.js';
import { statesToday } from './golden/states-today.js';
import { tellStory } from './golden/story.js';
import { initialState } from './state.js';
import { subjectsOf } from './subjects.js';

/** Beside the sources; this spec runs from `dist`. */
const known = new URL('../state-version.json', import.meta.url);

it('changes when kept states would be others: then raise FOLD in state-version.ts, and `npm run golden`', () => {
  expect(JSON.parse(JSON.stringify(statesToday()))).toEqual(JSON.parse(readFileSync(known, 'utf8')));
});

it('the customer as a whole, apart from its things, is plain JSON', () => {
  const whole = tellStory()
    .facts.filter((fact) => subjectsOf(fact).length === 0)
    .reduce((state, fact) => evolve(state, fact), initialState());
  expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
});
