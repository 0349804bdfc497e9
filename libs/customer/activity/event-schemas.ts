import { orNull, text } from '@tenure/shape/schema';
import { type EventSchemas, fact, facts, occurrence, optionalFact, said, says } from '../event-schema.js';

const visit = { visitId: fact(text), channel: optionalFact(text) };
const ofVisit = { visitId: fact(text), was: fact(facts({ occurredAt: fact(occurrence) })) };
const corrected = { occurredAt: fact(occurrence), channel: optionalFact(orNull(text)) };
const inClear = optionalFact(orNull(text));

export const activityEventSchemas: EventSchemas = {
  VisitRecorded: [
    says({ ...visit, subject: optionalFact(text), result: optionalFact(text), place: optionalFact(text) }),
    says({ ...visit, subject: said(), result: said(), place: said() }),
  ],
  VisitCorrected: [
    says({ ...ofVisit, now: fact(facts({ ...corrected, subject: inClear, result: inClear, place: inClear })), reason: fact(text) }),
    says({ ...ofVisit, now: fact(facts(corrected)), subject: said(orNull(text)), result: said(orNull(text)), place: said(orNull(text)), reason: said() }),
  ],
  VisitVoided: [says({ ...ofVisit, reason: fact(text) }), says({ ...ofVisit, reason: said() })],
};
