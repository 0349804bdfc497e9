import { eventKinds } from './event-kinds.js';
import { streamKinds } from './stream-kinds.js';

it('every type of event that somebody may read is described, and no other', () => {
  expect(eventKinds.map(({ type }) => type).sort()).toEqual(streamKinds.shownTypes.sort());
});

it('what concerns access is shown by pages of its own only', () => {
  const everybody = ['integrator', 'analyst', 'auditor', 'operator', 'privacy-officer'] as const;
  for (const stream of ['access-keys', 'access-1234-2026-11-29']) expect([stream, streamKinds.shows(stream, everybody)]).toEqual([stream, false]);
});
