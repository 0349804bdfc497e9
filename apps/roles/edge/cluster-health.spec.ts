import { LogUnavailable } from '@tenure/event-log';
import { readModels } from '@tenure/projections';
import type { View } from '@tenure/read-store';
import { type ClusterHealthParts, clusterHealth } from './cluster-health.js';

const live = readModels.map(({ projection: { name, version } }): View => ({ projection: name, version, build: 1, live: true }));

const notReady = (given: { views?: View[]; head?: () => Promise<null>; others?: () => Promise<string[]> }) => {
  const { views = live, head = async () => null, others } = given;
  const parts = { version: '0', data: 'test', log: { head }, store: { views: async () => views }, relay: {}, threadFailure: () => null, others };
  return clusterHealth(parts as unknown as ClusterHealthParts).notReady();
};

describe('a process that answers queries', () => {
  it('is ready when the log answers and readers have a view of every read model', async () => {
    expect(await notReady({})).toEqual([]);
  });

  it('is not ready before a projector has begun the read models, for it could answer no query', async () => {
    const [first, ...others] = live;
    expect(await notReady({ views: [] })).toEqual([expect.stringContaining(readModels.map(({ projection }) => projection.name).join(', '))]);
    expect(await notReady({ views: [{ ...first!, live: false }, ...others] })).toEqual([expect.stringContaining(`(${first!.projection})`)]);
  });

  it('is not ready without the log', async () => {
    const head = async () => {
      throw new LogUnavailable('unreachable', 'not-appended', 'Start it.');
    };
    expect(await notReady({ head })).toEqual(['The log cannot be read: Start it.']);
  });

  it('answers for the processes that nobody else asks', async () => {
    expect(await notReady({ others: async () => ['The relay stands still.'] })).toEqual(['The relay stands still.']);
  });
});
