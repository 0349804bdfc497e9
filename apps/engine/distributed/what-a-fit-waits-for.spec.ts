import { isOfCustomers } from '@tenure/projecting';
import { readModels } from '@tenure/projections';
import type { ReadSnapshot, View } from '@tenure/read-store';
import { readPosition } from './read-position.js';
import { stillSnapshot } from './still-snapshot.js';

const live = readModels.map(({ projection: { name, version } }): View => ({ projection: name, version, build: 1, live: true, logId: null }));
const without = (name: string) => live.filter(({ projection }) => projection !== name);
const aboutOthers = readModels.flatMap(({ projection }) => (isOfCustomers(projection) ? [] : [projection.name]));
const log = { head: async () => ({ position: '9', recordedAt: 1, eventId: 'e' }) as never };

/** `places`: the positions of a read model's partitions; all other read models stand at 9. */
const storeWith = (places: Record<string, readonly (string | null)[]>, views = live) => ({
  views: async () => [...views],
  checkpoints: async ({ projection }: View) =>
    (places[projection] ?? ['9', '9']).map((position) => (position === null ? null : { position, recordedAt: 1, eventId: 'e' })),
  snapshot: async () => ({ taken: true }) as unknown as ReadSnapshot,
});

describe('what models learn from', () => {
  it('is as far as the slowest partition of what is about customers', async () => {
    expect(await readPosition(storeWith({ 'lifetime-value': ['9', '7'] }))).toBe('7');
    expect(await readPosition(storeWith({ 'lifetime-value': ['9', null] }))).toBe('');
    expect(await readPosition(storeWith({}, without('lifetime-value')))).toBe('');
  });

  it.each(aboutOthers)('does not wait for %s, which is about other streams', async (name) => {
    expect(await readPosition(storeWith({ [name]: ['3'] }))).toBe('9');
    expect(await readPosition(storeWith({}, without(name)))).toBe('9');
  });
});

describe('a check', () => {
  it('waits for the read models that it is of, and for no others', async () => {
    const store = storeWith({ lifecycle: ['3'] });
    expect(await stillSnapshot(log, store, ['lifetime-value'])).toMatchObject({ taken: true });
    const waiting = stillSnapshot(log, store, ['lifetime-value', 'lifecycle']).then(() => 'taken');
    expect(await Promise.race([waiting, new Promise((resolve) => setTimeout(() => resolve('waits'), 50))])).toBe('waits');
    store.checkpoints = async () => [{ position: '9', recordedAt: 1, eventId: 'e' }];
    expect(await waiting).toBe('taken');
  }, 5_000);
});
