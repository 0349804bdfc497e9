import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventLog } from '@tenure/event-log';
import { givenSecret } from '@tenure/log-secret';
import { modelStream } from '@tenure/querying';
import type { FitRequest, ModelFitted } from './fit-model.js';
import { ModelService } from './model-service.js';

const request: FitRequest = { model: 'bg-nbd' };
const result = (logLikelihood: number) =>
  ({ model: 'bg-nbd', logLikelihood, parameters: {}, converged: true, boundary: null, timeUnit: 'week' }) as unknown as ModelFitted;

describe('fits of one model', () => {
  let folder: string;
  let log: SqliteEventLog;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tenure-fits-'));
    log = await SqliteEventLog.open(join(folder, 'events.db'));
  });
  afterEach(async () => {
    await log.close();
    rmSync(folder, { recursive: true });
  });

  it('that meet are both recorded, one after the other', async () => {
    let count = 0;
    const service: ModelService = new ModelService(
      log,
      givenSecret('the secret of the logs of this spec'),
      async () => {
        count += 1;
        if (count === 1) await service.fit(request, 'somebody else', 'other');
        return result(-count);
      },
      Date.now,
    );
    expect(await service.fit(request, 'analyst', 'mine')).toMatchObject({ status: 'accepted', replayed: false, revision: 1 });
    const events = await log.readStream(modelStream('bg-nbd'));
    expect(events.map(({ metadata }) => metadata.commandId)).toEqual(['other', 'mine']);
  });

  it('that never come to an end are left to the caller, and nothing of them is recorded', async () => {
    let count = 0;
    const service: ModelService = new ModelService(
      log,
      givenSecret('the secret of the logs of this spec'),
      async ({ until }) => {
        count += 1;
        if (until === undefined) await service.fit({ ...request, until: '2024-01-01' }, 'somebody else', `other-${count}`);
        return result(-1);
      },
      Date.now,
    );
    await expect(service.fit(request, 'analyst', 'mine')).rejects.toMatchObject({ name: 'LogUnavailable', message: expect.stringContaining('same key') });
    expect((await log.readStream(modelStream('bg-nbd'))).every(({ metadata }) => metadata.commandId !== 'mine')).toBe(true);
  });
});
