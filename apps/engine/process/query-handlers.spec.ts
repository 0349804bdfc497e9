import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventLogReader } from '@tenure/event-log';
import type { LogSecret } from '@tenure/log-secret';
import { type Vault } from '@tenure/vault';
import { type QueryHandlersParts, queryHandlers } from './query-handlers.js';

it('a check that cannot look at the live read models leaves nothing on the disk', async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'tenure-check-'));
  try {
    const { check } = queryHandlers({
      log: { readAll: async () => [], head: async () => null } as unknown as EventLogReader,
      secret: {} as LogSecret,
      vault: {} as Vault,
      store: {} as QueryHandlersParts['store'],
      timezone: 'UTC',
      currency: 'USD',
      scratch,
      pastMegabytes: 1,
      still: () => Promise.reject(new Error('The read models are locked.')),
    });
    const call = { signal: new AbortController().signal, ask: () => Promise.reject(new Error('Nobody asks.')) };
    await expect(check!(null as never, call)).rejects.toThrow('The read models are locked.');
    expect(readdirSync(scratch)).toEqual([]);
  } finally {
    rmSync(scratch, { recursive: true });
  }
});
