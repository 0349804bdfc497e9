// Loaded before the program (`--import`): the file system has no hard links, like FAT and some network shares.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

fs.linkSync = (from, to) => {
  throw Object.assign(new Error(`EPERM: operation not permitted, link '${String(from)}' -> '${String(to)}'`), { code: 'EPERM', syscall: 'link' });
};
if (process.env['TENURE_TEST_COPIES'] === 'cut-off') {
  // A disk with room for half of the file, which reports that late, as disks do that allocate when they flush.
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
