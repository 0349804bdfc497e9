import type { Query, TenureClient } from '@tenure/client';
import { followImport } from '../import/follow-import.js';
import type { Input } from '../import/input.js';
import type { Session } from '../session.js';
import type { Analysis } from './analysis.js';
import { FirstRejected } from './first-rejected.js';

type Reading = Query<'/v1/imports/{kind}', 'post'>;

/** The file, imported as `tenure import purchases` does. @throws what an import throws */
export async function readFile(session: Session, client: TenureClient, input: Input, reading: Reading): Promise<Analysis['file']> {
  const upload = { body: input.bytes, contentType: 'application/octet-stream' };
  const lines = client.upload('/v1/imports/{kind}', upload, { path: { kind: 'purchases' }, query: { ...reading, fileName: input.name } });
  const rejected = new FirstRejected();
  const result = await followImport(lines, {
    total: input.size,
    rejected,
    note: (text) => session.output.hint(text),
    signal: session.signal,
    goesOn: 'Nothing of it was kept.',
  });
  // What names the log of the import is left out: that log is gone when the report is read.
  const { importId: _id, firstPosition: _first, lastPosition: _last, seconds: _seconds, eventsPerSecond: _speed, errorsFile: _errors, ...file } = result;
  return { name: input.name ?? null, ...file, rejectedRows: rejected.rows };
}
