import { type Collection, MongoBulkWriteError } from 'mongodb';
import type { DocumentRecord } from './database.js';
import { writeNewer } from './guarded-writes.js';

/** Says that a record is there whenever it is to be written, and never shows it. */
function contradicting(): Collection<DocumentRecord> {
  const duplicate = new MongoBulkWriteError({ message: 'E11000', code: 11000, writeErrors: [{ code: 11000 }] as never }, {
    getWriteConcernError: () => undefined,
  } as never);
  const nothing = { async *[Symbol.asyncIterator]() {} };
  return { bulkWrite: () => Promise.reject(duplicate), find: () => nothing } as unknown as Collection<DocumentRecord>;
}

it('a server that says a record is there and does not show it is not asked for ever', async () => {
  const [bulk] = writeNewer(contradicting(), 'revision', [{ _id: 'a', partition: 0, revision: 0, body: '[]' }], 10);
  await expect(bulk!()).rejects.toThrow('E11000');
});
