// Loaded before the program (`--import`): the file system knows no hard links, as FAT and some network shares do not.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

fs.linkSync = (from, to) => {
  throw Object.assign(new Error(`EPERM: operation not permitted, link '${String(from)}' -> '${String(to)}'`), { code: 'EPERM', syscall: 'link' });
};
if (process.env['TENURE_TEST_COPIES'] === 'cut-off') {
  // A disk that has room for half of it, and says so late, as those do that allocate when they flush.
  let copied = false;
  const { fsyncSync } = fs;
  fs.copyFileSync = (from, to) => {
    const whole = fs.readFileSync(from);
    fs.writeFileSync(to, whole.subarray(0, whole.length / 2), { flag: 'wx' });
    copied = true;
  };
  fs.fsyncSync = (opened) => {
    if (copied) throw Object.assign(new Error('ENOSPC: no space left on device, fsync'), { code: 'ENOSPC', syscall: 'fsync' });
    fsyncSync(opened);
  };
}
syncBuiltinESMExports();
