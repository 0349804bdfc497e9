import { occurrenceOf, type VisitCorrected, type VisitVoided } from '@tenure/customer';
import { integer, orNull, record, text } from '@tenure/shape/schema';
import { countIn, countOccurrence, lastIn, noOccurrences, type Occurrences } from '../../shared/occurrences/occurrences.js';
import { dateOrNull } from '../dates.js';
import type { Exported, Section } from '../section.js';

interface ActivityPart {
  visits: Occurrences;
}

interface ShownActivity {
  readonly visits: { readonly count: number; readonly last: string | null };
}

export const activity: Section<ActivityPart, ShownActivity> & Exported<ShownActivity> = {
  initial: () => ({ visits: noOccurrences() }),

  folds: {
    VisitRecorded: ({ visits }, event) => countOccurrence(visits, event, 1),
    VisitCorrected({ visits }, event) {
      const { was, now } = event.data as VisitCorrected;
      countOccurrence(visits, occurrenceOf(was.occurredAt), -1);
      countOccurrence(visits, occurrenceOf(now.occurredAt), 1);
    },
    VisitVoided: ({ visits }, event) => countOccurrence(visits, occurrenceOf((event.data as VisitVoided).was.occurredAt), -1),
  },

  show: ({ visits }) => ({ visits: { count: countIn(visits), last: dateOrNull(lastIn(visits)) } }),
  answer: { visits: record({ count: integer, last: orNull(text) }) },
  texts: { visits: 'How many, and the last' },
  columns: { visits: ({ visits }) => visits.count },
};
