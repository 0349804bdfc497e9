import type { NewFact } from '../fact.js';
import { tellStory } from './story.js';

export const sampleOf = ({ type, version }: { readonly type: string; readonly version: number }): string => `${type}.v${version}.json`;

/** The events that the commands of the story record today, in the newest version of each type, by the file of the sample. */
export const recordedToday = (): Readonly<Record<string, NewFact>> => Object.fromEntries(tellStory().facts.map((fact) => [sampleOf(fact), fact]));
