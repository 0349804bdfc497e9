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
/** The one that was started last, and what is done before it has opened anything. */
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
