import type { Schemas } from '@tenure/client';

type Present = Schemas['RetentionAnswer']['definition']['present'];

const because: Readonly<Record<Present['basis'], string>> = {
  'latest-fact': 'the day of the latest fact',
  now: 'today',
  asked: 'as asked',
};

/** Up to when the data behind a figure is known, for the line below it. */
export const presentText = ({ day, basis }: Present): string => `present ${day}, ${because[basis]}`;
