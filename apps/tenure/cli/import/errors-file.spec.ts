import { ErrorsFile } from './errors-file.js';

const onLinux = process.platform === 'linux' ? it : it.skip;

// Every write to /dev/full fails as on a full disk.
onLinux('a disk that is full when the errors file is closed is an error, not a success', async () => {
  const file = new ErrorsFile('/dev/full', null);
  file.begin('csv', 'customer_id,import_reason');
  await file.add({ errorsLine: 'C-1,no amount' });
  await expect(file.close()).rejects.toMatchObject({ code: 'ENOSPC' });
});
