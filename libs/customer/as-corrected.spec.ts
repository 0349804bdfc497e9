import type { NewEvent } from '@tenure/event-log';
import { correctedBy } from './as-corrected.js';
import { events } from './index.js';

it('every correction names the fact that it puts right', () => {
  const types = events.map(({ type }) => type).filter((type) => type.endsWith('Corrected'));
  expect(types.length).toBeGreaterThanOrEqual(5);
  for (const type of types) expect(correctedBy({ type, data: {} } as NewEvent)).not.toBeNull();
});
