import { diskSentence, diskTrouble, reasonToWait } from './disk-trouble.js';

const coded = (code: string, message: string, cause?: unknown) => Object.assign(new Error(message, { cause }), { code });

it.each(['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'SQLITE_IOERR_SHMSIZE'])('%s is a full disk', (code) => {
  expect(diskSentence(coded(code, 'raw'), 'send it again', 'nothing was recorded')).toBe(
    'The disk is full: nothing was recorded. Make room, then send it again.',
  );
});

it.each(['EIO', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR'])('%s is a disk that fails, told with what it said', (code) => {
  expect(diskSentence(coded(code, 'disk I/O error'), 'start again')).toBe(
    `The disk fails (${code}: disk I/O error). Check the disk and its file system, then start again.`,
  );
});

it('it is found in the cause of an error that says what was meant to be done', () => {
  expect(diskTrouble(new Error('not kept', { cause: coded('ENOSPC', 'raw') }))).toMatchObject({ kind: 'full' });
});

it.each([coded('SQLITE_CORRUPT', 'malformed'), new Error('The disk is full'), 'ENOSPC', null, undefined, { code: 13 }])('%p is not of the disk', (error) => {
  expect(diskTrouble(error)).toBeNull();
});

it('what waits for the disk says that it goes on, and everything else what it said', () => {
  expect(reasonToWait(coded('SQLITE_FULL', 'raw'))).toBe('The disk is full. Make room, then it goes on by itself.');
  expect([reasonToWait(new Error('no answer')), reasonToWait('text')]).toEqual(['no answer', 'text']);
});
