import { LogUnavailable } from '@tenure/event-log';
import { readModels } from '@tenure/projections';
import type { View } from '@tenure/read-store';
import { type ClusterHealthParts, clusterHealth } from './cluster-health.js';

const live = readModels.map(({ projection: { name, version } }): View => ({ projection: name, version, build: 1, live: true, logId: null }));

const notReady = (given: { views?: View[]; position?: string; head?: () => Promise<null>; others?: () => Promise<string[]> }) => {
  const { views = live, position, head = async () => null, others } = given;
  const log = { head, id: async () => 'log-1', at: async () => null, readStream: async () => [], positionAt: async () => null, readAll: async () => [] };
  const checkpoints = async () => [position === undefined ? null : { position, recordedAt: 1, eventId: 'e' }];
  const parts = {
    version: '0',
    data: 'test',
    log,
    store: { views: async () => views, checkpoints, setAsides: async () => [] },
    relay: {},
    facts: {},
    threads: () => [],
    others,
  };
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

  it('is ready when a read model is missing that nobody has begun: it came with this version, and no projector of it runs yet', async () => {
    expect(await notReady({ views: live.slice(1) })).toEqual([]);
  });

  it('is not ready without the log', async () => {
    const head = async () => {
      throw new LogUnavailable('unreachable', 'not-appended', 'Start it.');
    };
    expect(await notReady({ head })).toEqual(['The log cannot be read: Start it.']);
  });

  it('is not ready when the read models stand where the log holds nothing', async () => {
    expect(await notReady({ position: '9' })).toEqual([
      expect.stringMatching(/not of this log: they stand at 9, and the log ends at its beginning.*tenure republish --accept-loss/),
    ]);
  });

  it('answers for the processes that nobody else asks', async () => {
    expect(await notReady({ others: async () => ['The relay stands still.'] })).toEqual(['The relay stands still.']);
  });
});

describe('the status', () => {
  /** The head is at 9, recorded then; the events behind each read model are at 3, recorded an hour before. */
  const statusOf = async (places: readonly (string | null)[], beside: readonly View[] = []) => {
    const reads: (string | null)[] = [];
    const checkpoints = new Map(readModels.map(({ projection: { name } }, i) => [name, places[i % places.length]!]));
    const parts = {
      version: '0',
      data: 'test',
      log: {
        head: async () => ({ position: '9', recordedAt: Date.now() }),
        readAll: async ({ after }: { after: string | null }) => {
          reads.push(after);
          return [{ recordedAt: Date.now() - 3_600_000 }];
        },
        id: async () => 'log-1',
        readStream: async () => [],
        failure: null,
        warning: null,
      },
      store: {
        views: async () => [...live, ...beside],
        setAsides: async () => [],
        snapshot: async () => ({
          view: async (name: string) => live.find(({ projection }) => projection === name),
          checkpoint: async ({ projection }: View) => (checkpoints.get(projection) === null ? null : { position: checkpoints.get(projection) }),
          parked: async () => [],
          close: () => undefined,
        }),
      },
      relay: { read: async () => ({ checkpoint: { publication: null, position: null }, holder: null }) },
      vault: async () => ({ place: 'here', state: 'not-begun', failure: null }),
      threads: () => [],
    };
    const status = await clusterHealth(parts as unknown as ClusterHealthParts).status();
    const { projections, rebuilding, failure } = status as { projections: { lagMs: number }[]; rebuilding: boolean; failure: string | null };
    expect(failure).toBeNull();
    return { reads, rebuilding, lags: projections.map(({ lagMs }) => Math.round(lagMs / 60_000)) };
  };

  it.each(['customer-cursor', live[0]!.projection])('says that something is rebuilt while %s is', async (projection) => {
    const beside = { ...live[0]!, projection, build: 2, live: false };
    expect((await statusOf(['9'])).rebuilding).toBe(false);
    expect((await statusOf(['9'], [beside])).rebuilding).toBe(true);
    expect((await statusOf(['9'], [{ ...beside, projection: 'of-before' }])).rebuilding).toBe(false);
  });

  it('looks into the log once for all read models at one place, and not at all for those at its end', async () => {
    expect(await statusOf(['3'])).toMatchObject({ reads: ['3'], lags: readModels.map(() => 60) });
    expect(await statusOf([null])).toMatchObject({ reads: [null], lags: readModels.map(() => 60) });
    expect(await statusOf(['9'])).toMatchObject({ reads: [], lags: readModels.map(() => 0) });
    expect((await statusOf(['3', '9'])).lags).toEqual(readModels.map((_, i) => (i % 2 === 0 ? 60 : 0)));
  });
});
