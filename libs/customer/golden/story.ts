import { aspects } from '../aspects.js';
import type { Samples } from '../testing/samples.js';
import { Story } from '../testing/story.js';

/** The samples of each aspect, from `<aspect>/samples.ts`: every type of event, once each. No program loads them. */
const samples: Samples[] = [];
// one after the other: jest does not link two modules at once that import the same one
for (const { name } of aspects) samples.push(((await import(`../${name}/samples.js`)) as { readonly samples: Samples }).samples);

/** A story through all aspects, in their order. */
export const tellStory = (): Story => samples.flat().reduce((told, [name, fields]) => told.given(name, fields), new Story());
