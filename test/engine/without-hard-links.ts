// Loaded before the program (`--import`): the file system knows no hard links, as FAT and some network shares do not.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

fs.linkSync = (from, to) => {
  throw Object.assign(new Error(`EPERM: operation not permitted, link '${String(from)}' -> '${String(to)}'`), { code: 'EPERM', syscall: 'link' });
};
syncBuiltinESMExports();
