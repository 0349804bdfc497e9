import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Bell } from './bell.js';
import { WriterThread } from './writer-thread.js';

let folder: string;
let file: string;
let bell: Bell;
let thread: WriterThread;
/** The worker started last, and what is done before it has opened anything. */
let worker: Worker;
let starting: () => void;
let heard: string[];

beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'tenure-writer-')));
  file = join(folder, 'log.db');
  [bell, heard, starting] = [new Bell(), [], () => {}];
  Worker.prototype.on = function (this: Worker, ...parameters: unknown[]) {
    if (parameters[0] === 'error') {
      worker = this;
      starting();
    }
    return Object.getPrototypeOf(Worker.prototype).on.apply(this, parameters);
  } as typeof worker.on;
  thread = await WriterThread.start(file, bell, {
    message: ({ kind }) => heard.push(kind),
    ended: () => heard.push('ended'),
    back: () => heard.push('back'),
    moved: (detail) => heard.push(detail),
  });
});
afterEach(async () => {
  thread.stop();
  await worker.terminate();
  Reflect.deleteProperty(Worker.prototype, 'on');
  rmSync(folder, { recursive: true });
});

const replaced = () => {
  renameSync(file, join(folder, 'before.db'));
  copyFileSync(join(folder, 'before.db'), file);
};
const afterTheEnd = async (length: number) => {
  while (heard.length < length) await new Promise((resolve) => setTimeout(resolve, 10));
  return heard;
};
/** Accepts bytes, but cannot be read at an offset or truncated: the system's errors are those of a failing disk. */
const pipe = (suffix: string) => {
  const made = join(folder, 'pipe');
  if (spawnSync('mkfifo', [made]).status !== 0) throw new Error('mkfifo is needed.');
  renameSync(made, `${file}${suffix}`);
};
const moved = expect.stringContaining(`log.db was deleted or replaced while nothing held it open`);

it('that ended is started again, and wakes those who may have missed what it recorded last', async () => {
  const rung = bell.rung();
  await worker.terminate();
  expect(await afterTheEnd(2)).toEqual(['ended', 'back']);
  expect(bell.rung()).toBeGreaterThan(rung);
});

it('opens no other file that was put there while it was down', async () => {
  await worker.terminate();
  replaced();
  const before = worker;
  expect(await afterTheEnd(2)).toEqual(['ended', moved]);
  expect(worker).toBe(before);
});

it('does not go on with a file that was put there while it opened it', async () => {
  starting = replaced;
  await worker.terminate();
  expect(await afterTheEnd(2)).toEqual(['ended', moved]);
});

it.each(['.lock', '-shm'])('waits for a disk that does not let it open the log (%s)', async (suffix) => {
  starting = () => pipe(suffix);
  await worker.terminate();
  await afterTheEnd(2);
  expect([heard[1], thread.state]).toEqual(['ended', expect.objectContaining({ state: 'restarting' })]);
  starting = () => rmSync(`${file}${suffix}`, { force: true });
  while (thread.state.state === 'restarting') await afterTheEnd(heard.length + 1);
  expect([heard.at(-1), thread.state]).toEqual(['back', expect.objectContaining({ restarts: 1, failedStarts: 0 })]);
});

it('whose lock was deleted waits for a disk that does not let it make another', async () => {
  pipe('.lock');
  expect(await afterTheEnd(1)).toEqual(['writing']);
  thread.post({ kind: 'append', batch: { requests: [], kinds: [], events: [] } });
  expect(await afterTheEnd(2)).toEqual(['writing', 'failed']);
  rmSync(`${file}.lock`);
  expect(await afterTheEnd(4)).toEqual(['writing', 'failed', 'lock-renewed', 'writing']);
});
