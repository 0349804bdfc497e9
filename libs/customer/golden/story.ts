import { aspects } from '../aspects.js';
import type { Samples } from '../testing/samples.js';
import { Story } from '../testing/story.js';

/** What each aspect tells of itself, in `<aspect>/samples.ts`: every type of event there is, each once. No program loads them. */
const samples: Samples[] = [];
// one after the other: jest does not link two modules at once that import the same one
for (const { name } of aspects) samples.push(((await import(`../${name}/samples.js`)) as { readonly samples: Samples }).samples);

/** A story of all aspects, in their order. */
export const tellStory = (): Story => samples.flat().reduce((told, [name, fields]) => told.given(name, fields), new Story());
