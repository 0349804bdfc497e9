import { type Act, day, type Life, type World } from './life.js';

/** Of so many customers each one does each of these. */
const oneIn = 500;
const overrideDays = 90;

/**
 * Few customers object to being scored, or have a likelihood that a person stated. Who does depends on the number of the customer alone,
 * so that the stories of the others stay as they were.
 */
export function planScoringWishes(world: World, life: Life, index: number): void {
  const { until } = world.plot;
  const plan = (daysBefore: number, act: Act): void => world.later(life, until - daysBefore * day, act);
  switch (index % oneIn) {
    case 3:
      plan(40, object);
      break;
    case 5:
      plan(50, object);
      plan(20, withdrawObjection);
      break;
    case 8:
      plan(10, override);
      break;
    case 13:
      plan(12, override);
      plan(3, withdrawOverride);
  }
}

const hasBought = ({ counts }: Life): boolean => counts['O'] !== undefined;

const object: Act = (world, life, at) => {
  if (!hasBought(life)) return;
  const occurredAt = new Date(at).toISOString();
  world.sendOnce(life, 'ObjectToScoring', { occurredAt, objectedBy: 'customer', channel: 'letter', statement: 'does not want to be rated by a program' });
};

const withdrawObjection: Act = (world, life, at) => {
  if (!world.hasSentOnce(life, 'ObjectToScoring')) return;
  world.sendOnce(life, 'WithdrawScoringObjection', { occurredAt: new Date(at).toISOString(), channel: 'e-mail' });
};

const override: Act = (world, life) => {
  const expires = world.plot.until + overrideDays * day;
  if (!hasBought(life) || life.closed || world.plot.now >= expires) return;
  const expiresOn = new Date(expires).toISOString().slice(0, 10);
  world.sendOnce(life, 'OverrideChurnLikelihood', { probability: 0.05, expiresOn, reason: 'has promised the next order on the telephone' });
};

const withdrawOverride: Act = (world, life) => {
  if (world.hasSentOnce(life, 'OverrideChurnLikelihood')) world.sendOnce(life, 'WithdrawChurnOverride', { reason: 'the promise was taken back' });
};
