// Loaded before the program (`--import`): the log of a backup cannot be renamed to its place, as on a disk that fails.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { renameSync } = fs;
fs.renameSync = (from, to) => {
  if (String(from).endsWith('events.db.restoring')) throw Object.assign(new Error(`EIO: i/o error, rename '${from}' -> '${to}'`), { code: 'EIO' });
  renameSync(from, to);
};
syncBuiltinESMExports();
