import { listOf, money, oneOf, text } from '@tenure/shape/schema';
import { type EventSchemas, type FactField, fact, facts, occurrence, optionalFact, personal, said, says } from '../event-schema.js';
import { complaintSteps, severities } from './events.js';

const id = { complaintId: fact(text) };
const about = { severity: fact(oneOf(severities)), product: optionalFact(text), orderId: optionalFact(text), channel: optionalFact(text) };
const step = { step: fact(oneOf(complaintSteps)), occurredAt: fact(occurrence), compensation: optionalFact(money) };
const counted = (of: Readonly<Record<string, FactField>>, ofStep: Readonly<Record<string, FactField>>): FactField =>
  fact(facts({ occurredAt: fact(occurrence), ...of, ...about, steps: fact(listOf(facts({ ...step, ...ofStep }))) }));

/** Version 1: with the texts in clear. */
const inClear = counted({ subject: fact(text) }, { resolution: optionalFact(text), reason: optionalFact(text) });
const complaint = counted({}, {});
const wasSaid = { wasSubject: said(), wasResolution: said() };

export const complaintEventSchemas: EventSchemas = {
  ComplaintLogged: [
    says({ ...id, subject: fact(text), ...about, description: personal(text) }),
    says({ ...id, subject: said(), ...about, description: personal(text) }),
  ],
  ComplaintAcknowledged: [says(id)],
  ComplaintResolved: [
    says({ ...id, resolution: fact(text), compensation: optionalFact(money) }),
    says({ ...id, resolution: said(), compensation: optionalFact(money) }),
  ],
  ComplaintReopened: [says({ ...id, reason: fact(text) }), says({ ...id, reason: said() })],
  ComplaintCorrected: [
    says({ ...id, reason: fact(text), was: inClear, now: inClear, description: personal(text) }),
    says({ ...id, reason: said(), was: complaint, now: complaint, ...wasSaid, subject: said(), resolution: said(), description: personal(text) }),
  ],
  ComplaintVoided: [says({ ...id, reason: fact(text), was: inClear }), says({ ...id, reason: said(), was: complaint, ...wasSaid })],
};
