import { occurrenceOf, type VisitCorrected, type VisitVoided } from '@tenure/customer';
import { countOccurrence, type Occurrences } from '../../shared/occurrences/occurrences.js';
import type { Folds } from './folds.js';

export const visitFolds: Folds<Occurrences> = {
  VisitRecorded(visits, event) {
    countOccurrence(visits, event, 1);
  },
  VisitCorrected(visits, { data }) {
    const { was, now } = data as VisitCorrected;
    countOccurrence(visits, occurrenceOf(was.occurredAt), -1);
    countOccurrence(visits, occurrenceOf(now.occurredAt), 1);
  },
  VisitVoided(visits, { data }) {
    countOccurrence(visits, occurrenceOf((data as VisitVoided).was.occurredAt), -1);
  },
};
