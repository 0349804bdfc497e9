import { Checkpoints } from './checkpoints.js';

it('says once that the write-ahead log cannot be moved, tries at every look, and says once that it can again', () => {
  const said: unknown[] = [];
  let stands: Error | null = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  const asked: boolean[] = [];
  const appender = {
    checkpointIfDue(idle: boolean) {
      asked.push(idle);
      if (stands) throw stands;
      return true;
    },
  };
  const checkpoints = new Checkpoints(appender, (failure) => said.push(failure));
  checkpoints.look(); // nothing has failed yet
  checkpoints.run(false);
  checkpoints.look();
  checkpoints.look();
  expect([asked, said]).toEqual([[false, true, true], [{ code: 'SQLITE_FULL', message: 'database or disk is full' }]]);
  stands = null;
  checkpoints.look();
  checkpoints.look();
  expect([asked.length, said.slice(1)]).toEqual([4, [null]]);
});
