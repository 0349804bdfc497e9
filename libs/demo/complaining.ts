import { badRegion, complaintSubjects, currency } from './company.js';
import { leaveFor } from './leaving.js';
import { type Act, day, hour, type Life, number, type World } from './life.js';

/** How long a customer waits for an answer before trust is gone: the pattern to find. */
export const patience = 7 * day;

/** A complaint and its course. One still open after a week makes most customers leave. */
export function complain(subject?: string, severity?: string, orderId?: string, product?: string): Act {
  return (world, life, at) => {
    const { random } = life;
    if (life.closed) return;
    const complaintId = number(life, 'K');
    const about = subject ?? random.pick(complaintSubjects);
    const how = severity ?? random.pick(['low', 'medium', 'medium', 'high', 'critical']);
    world.send(life, 'LogComplaint', at, { complaintId, subject: about, severity: how, product, orderId, channel: random.pick(['e-mail', 'phone', 'web']) });
    life.openComplaints += 1;
    const slow = random.chance(isOverrun(world, life, at) ? 0.75 : 0.22);
    if (random.chance(0.85))
      world.later(life, at + Math.min(random.exponential(6 * hour), 3 * hour), (w, l, when) => w.send(l, 'AcknowledgeComplaint', when, { complaintId }));
    if (!slow) world.later(life, at + random.between(0.3, 5) * day, resolve(complaintId));
    else {
      if (random.chance(0.7)) world.later(life, at + random.between(12, 45) * day, resolve(complaintId));
      if (random.chance(0.65)) world.later(life, at + patience + random.exponential(8 * day), leaveFor('response-to-failure', 'nobody answered the complaint'));
    }
  };
}

/** The service desk of the bad region is overrun in the month of the batch and the one after. */
function isOverrun({ plot }: World, { person }: Life, at: number): boolean {
  return person.attributes.region === badRegion && at >= plot.badBatch.from && at < plot.badBatch.to + 30 * day;
}

function resolve(complaintId: string, mayReopen = true): Act {
  return (world, life, at) => {
    const { random } = life;
    const compensation = random.chance(0.3) ? { minor: 500 * Math.ceil(random.between(0, 4)), currency } : undefined;
    world.send(life, 'ResolveComplaint', at, { complaintId, resolution: random.pick(['sent again', 'money back', 'explained', 'repaired']), compensation });
    life.openComplaints -= 1;
    if (mayReopen && random.chance(0.06)) world.later(life, at + random.between(1, 6) * day, reopen(complaintId));
  };
}

function reopen(complaintId: string): Act {
  return (world, life, at) => {
    world.send(life, 'ReopenComplaint', at, { complaintId, reason: 'it happened again' });
    life.openComplaints += 1;
    world.later(life, at + life.random.between(1, 4) * day, resolve(complaintId, false));
  };
}
