import type { NewEvent } from '@tenure/event-log';
import { changedBy } from './as-corrected.js';
import { events } from './index.js';

it('every correction and voiding names the fact that it changes', () => {
  const types = events.map(({ type }) => type).filter((type) => /(Corrected|Voided)$/.test(type));
  expect(types.length).toBeGreaterThanOrEqual(10);
  for (const type of types) expect(changedBy({ type, data: {} } as NewEvent)).not.toBeNull();
});
