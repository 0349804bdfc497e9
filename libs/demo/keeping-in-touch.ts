import { badRegion, regions, visitResults, visitSubjects } from './company.js';
import { type Act, day, type Life, number, type World } from './life.js';
import { buy } from './purchasing.js';

/** Firms are visited; private customers look at the web page. */
export const visit: Act = (world, life, at) => {
  const { random, person } = life;
  if (life.left !== null) return;
  const firm = person.party === 'organisation';
  world.send(life, 'RecordVisit', at, {
    visitId: number(life, 'V'),
    channel: firm ? 'in-person' : 'web',
    subject: firm ? random.pick(visitSubjects) : 'looked around',
    result: firm ? random.pick(visitResults) : undefined,
    place: firm ? person.attributes.region : undefined,
  });
  planVisit(world, life, at);
};

export function planVisit(world: World, life: Life, at: number): void {
  world.later(life, at + life.random.exponential((life.person.party === 'organisation' ? 30 : 24) * day), visit);
}

/** Asks how likely a recommendation is, twice a year; an open complaint shows in the answer. */
export const survey: Act = (world, life, at) => {
  const { random } = life;
  if (life.left !== null) return;
  if (random.chance(0.5)) {
    const mood = life.openComplaints > 0 ? 3 : 9.5 - 12 * life.dropOut;
    const score = Math.round(Math.min(10, Math.max(0, mood + random.between(-2, 2))));
    world.send(life, 'RecordSatisfaction', at, { metric: 'nps', score, about: 'half-year survey' });
  }
  world.later(life, at + random.between(150, 200) * day, survey);
};

export const move: Act = (world, life, at) => {
  if (life.left !== null) return;
  const region = life.random.pick(regions.filter((other) => other !== badRegion && other !== life.person.attributes.region));
  if (life.person.attributes.region !== badRegion) world.send(life, 'ChangeCustomerDetails', at, { attributes: { region } });
};

/** The campaign writes to everybody who has been gone for six weeks; some return, and stay. */
export const winBack: Act = (world, life, at) => {
  if (life.left === null || at - life.left < 42 * day) return;
  const back = life.random.chance(0.22);
  if (life.closed && !back) return;
  if (life.closed) world.send(life, 'ReopenCustomer', at, { reason: 'took the win-back offer' });
  life.closed = false;
  world.send(life, 'RecordVisit', at, { visitId: number(life, 'V'), channel: 'e-mail', subject: 'win-back offer', result: back ? 'came back' : 'no answer' });
  if (!back) return;
  life.left = null;
  life.chapter += 1;
  life.dropOut *= 0.5;
  world.later(life, at + life.random.between(1, 10) * day, buy('win-back'));
};
