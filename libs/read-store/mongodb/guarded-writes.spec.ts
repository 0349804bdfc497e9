import { MongoBulkWriteError } from 'mongodb';
import { type Guarded, writeNewer } from './guarded-writes.js';

/** Reports every record as existing when it is written, and never returns it. */
function contradicting(): Guarded {
  const duplicate = new MongoBulkWriteError({ message: 'E11000', code: 11000, writeErrors: [{ code: 11000 }] as never }, {
    getWriteConcernError: () => undefined,
  } as never);
  const nothing = { async *[Symbol.asyncIterator]() {} };
  return { bulkWrite: () => Promise.reject(duplicate), find: () => nothing } as unknown as Guarded;
}

it('a server that says a record is there and does not show it is not asked for ever', async () => {
  await expect(writeNewer(contradicting(), 'revision', [{ _id: 'a', revision: 0 }])).rejects.toThrow('E11000');
});
