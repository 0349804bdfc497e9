import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogTail } from '@tenure/event-feed';
import { SqliteEventLog, SqliteEventLogReader } from '@tenure/event-log/sqlite';
import { readModels } from '@tenure/projections';
import { SqliteKeys } from '@tenure/vault/sqlite';
import { createDataFolder, type DataFolder, dataFolder } from '../process/data-folder.js';
import { refuseEmptiedLog, refuseMissingLog } from './lost-facts.js';
import { openProjector, openReadModels, type SetAside } from './read-models.js';

let parent: string;
beforeEach(() => {
  parent = realpathSync(mkdtempSync(join(tmpdir(), 'tenure-folders-')));
});
afterEach(() => rmSync(parent, { recursive: true }));

function folderOf(name: string): DataFolder {
  const folder = dataFolder(join(parent, name));
  createDataFolder(folder);
  return folder;
}

/** Events of one customer, and read models that have taken all of them in. */
async function grow(folder: DataFolder, ...commandIds: string[]): Promise<SetAside | null> {
  const log = await SqliteEventLog.open(folder.events);
  const { store, setAside } = await openReadModels(folder.readModels, log);
  for (const commandId of commandIds) {
    const revision = (await log.readStream('customer-a')).length - 1;
    const metadata = { commandId, index: 0, of: 1, payloadHash: '', actor: 'spec' };
    await log.append({
      stream: 'customer-a',
      expected: revision < 0 ? 'no-stream' : revision,
      events: [{ type: 'T', version: 1, occurredAt: 0, data: {}, metadata }],
    });
  }
  const live = (await store.views())[0] ?? (await store.makeLive(await store.createView('x', 1, await log.id())));
  await store.commit(new Map([[live, { documents: [], sums: [], checkpoint: (await log.head()) ?? undefined }]]));
  await store.close();
  await log.close();
  return setAside;
}

const setAsides = ({ path }: DataFolder) => readdirSync(path).filter((name) => name.startsWith('read-models.db.set-aside-'));

describe('read models are set aside', () => {
  let folder: DataFolder;
  beforeEach(async () => {
    folder = folderOf('data');
    expect(await grow(folder, 'one', 'two')).toBeNull();
  });

  it('when the log ends before them, and only then', async () => {
    cpSync(folder.events, join(parent, 'older.db'));
    expect(await grow(folder, 'three')).toBeNull();
    cpSync(join(parent, 'older.db'), folder.events);
    expect(await grow(folder)).toMatchObject({
      reason: expect.stringMatching(/they stand at 0+3, and the log ends at 0+2/),
      keptAs: join(folder.path, setAsides(folder)[0]!),
    });
    expect(await grow(folder)).toBeNull();
  });

  it('when an older state of the log has gone on otherwise, even by the same command', async () => {
    for (const [i, next] of ['otherwise', 'three'].entries()) {
      cpSync(folder.events, join(parent, 'older.db'));
      await grow(folder, 'three');
      cpSync(folder.readModels, join(parent, 'newer-read-models.db'));
      cpSync(join(parent, 'older.db'), folder.events);
      rmSync(folder.readModels);
      await grow(folder, next, 'four');
      cpSync(join(parent, 'newer-read-models.db'), folder.readModels);
      expect(await grow(folder)).toMatchObject({ reason: expect.stringContaining('the log holds another event than the one they have taken in') });
      expect(setAsides(folder)).toHaveLength(i + 1);
    }
  });

  it('when they are of another log, however far that one is', async () => {
    const other = folderOf('other');
    await grow(other, 'one', 'two', 'three');
    cpSync(folder.readModels, other.readModels);
    expect(await grow(other)).toMatchObject({ reason: expect.stringMatching(/they are of log [\w-]+, and this is log/) });
  });

  it('when they are damaged', async () => {
    writeFileSync(folder.readModels, 'a letter, not a database. '.repeat(500));
    expect(await grow(folder)).toMatchObject({ reason: expect.stringContaining('is damaged (file is not a database)') });
  });
});

it('read models are not set aside where it is the log that is damaged', async () => {
  const folder = folderOf('data');
  await grow(folder, 'one', 'two');
  const log = new SqliteEventLogReader(folder.events);
  const bytes = readFileSync(folder.events);
  // All but the first page, which names the tables; its size is in the file's header.
  bytes.fill(0xff, bytes.readUInt16BE(16));
  writeFileSync(folder.events, bytes);
  const projections = readModels.map(({ projection }) => projection);
  await expect(openProjector(projections, new LogTail(log), log, folder.readModels)).rejects.toMatchObject({
    name: 'LogRefused',
    code: 'damaged',
    message: expect.stringMatching(/events\.db is damaged \(.*\)\. Restore it from a backup/),
  });
  expect(setAsides(folder)).toEqual([]);
  await log.close();
});

describe('a log without the events that there were', () => {
  let folder: DataFolder;
  const refused = (said: RegExp) => expect.objectContaining({ name: 'LogRefused', code: 'facts-missing', message: expect.stringMatching(said) });
  const afterOpening = async () => {
    const log = await SqliteEventLog.open(folder.events);
    await refuseEmptiedLog(folder, log).finally(() => log.close());
  };
  beforeEach(async () => {
    folder = folderOf('data');
    await grow(folder, 'one');
    writeFileSync(folder.logSecret, 'secret');
  });

  it.each([
    ['missing', (file: string) => rmSync(file)],
    ['empty', (file: string) => truncateSync(file)],
  ])('that is %s is refused, for its read models or for its secret', (state, harm) => {
    refuseMissingLog(folder);
    harm(folder.events);
    expect(() => refuseMissingLog(folder)).toThrow(
      refused(new RegExp(`events\\.db is ${state}, but the read models beside it stand at position 0+1.*tenure restore.*--accept-loss`)),
    );
    rmSync(folder.readModels);
    expect(() => refuseMissingLog(folder)).toThrow(refused(/the secret of an earlier log/));
    rmSync(folder.logSecret);
    refuseMissingLog(folder);
  });

  it('is refused when another log without events lies in its place', async () => {
    const other = folderOf('other');
    await new Promise((resolve) => setTimeout(resolve, 10));
    await grow(other);
    cpSync(other.events, folder.events);
    await expect(afterOpening()).rejects.toEqual(refused(/holds no events, but the read models/));
    rmSync(folder.readModels);
    await expect(afterOpening()).rejects.toEqual(refused(/the secret of an earlier log/));
  });

  it('is refused beside a vault that has keys, whatever else is gone; one without says nothing', async () => {
    folder = folderOf('vaulted');
    const keys = SqliteKeys.openForWriting(folder.vault);
    await keys.begin('vault-1');
    refuseMissingLog(folder);
    await keys.keep([{ customerId: 'a', epoch: 1, secretEpoch: 1, wrapped: Buffer.alloc(92) }]);
    await keys.close();
    expect(() => refuseMissingLog(folder)).toThrow(refused(/is missing, but the vault beside it holds keys/));
    await expect(afterOpening()).rejects.toEqual(refused(/holds no events, but the vault beside it holds keys/));
  });

  it('is none that never had any: a secret that was made for it says nothing', async () => {
    folder = folderOf('new');
    await grow(folder);
    writeFileSync(folder.logSecret, 'secret');
    await afterOpening();
    await grow(folder, 'one');
    await afterOpening();
  });
});
