import { requireOptionsOf } from './options-of-figures.js';

it('an option that a figure does not have is refused, and the one that it has is not', () => {
  expect(() => requireOptionsOf('--survival', { mode: 'on', of: 'subscriptions' })).toThrow('--mode does not go with --survival.');
  expect(() => requireOptionsOf('triangle', { silence: 3 })).toThrow('--silence goes with --project.');
  expect(() => requireOptionsOf('triangle', { of: 'purchases' })).toThrow('--of goes with --survival or --project.');
  expect(() => requireOptionsOf('--project', { outcome: 'event' })).toThrow('--outcome does not go with --project.');
  expect(() => requireOptionsOf('--survival', { weekStart: 'monday' })).toThrow('--week-start does not go with --survival.');
  expect(() => requireOptionsOf('triangle', { customers: 3, cohort: '2026-04', group: 'north' })).not.toThrow();
  expect(() => requireOptionsOf('--project', { of: 'purchases', silence: 3, mode: undefined, weekStart: 'sunday' })).not.toThrow();
});
