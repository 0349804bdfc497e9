import { workWithHeartbeat } from './work-with-heartbeat.js';

const limits = { everyMs: 5, drainMs: 20 };
const answer = (type: string) => Object.assign(new Error(type), { type });

/** Work that ends when it is told to stop, or by `finish`. */
function work() {
  let finish!: () => void;
  let told = 0;
  const promise = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return {
    promise,
    finish,
    abort: () => {
      told += 1;
      finish();
    },
    get told() {
      return told;
    },
  };
}

describe('work with a heartbeat', () => {
  it('beats while the work goes on, whatever the network says, and ends with it', async () => {
    const { promise, finish, abort } = work();
    let beats = 0;
    const heartbeat = async () => {
      if (++beats === 5) finish();
      throw new Error('connection lost');
    };
    expect(await workWithHeartbeat(promise, heartbeat, abort, limits)).toBeNull();
    expect(beats).toBe(5);
  });

  it('lets the work finish when the group shares out anew, and says so', async () => {
    const task = work();
    const rebalance = answer('REBALANCE_IN_PROGRESS');
    const heartbeat = async () => {
      queueMicrotask(task.finish);
      throw rebalance;
    };
    expect(await workWithHeartbeat(task.promise, heartbeat, task.abort, limits)).toBe(rebalance);
    expect(task.told).toBe(0);
  });

  it.each(['REBALANCE_IN_PROGRESS', 'NOT_COORDINATOR_FOR_GROUP', 'UNKNOWN_MEMBER_ID', 'ILLEGAL_GENERATION'])(
    'tells work that would not end to stop after %s',
    async (type) => {
      const task = work();
      const error = answer(type);
      expect(await workWithHeartbeat(task.promise, () => Promise.reject(error), task.abort, limits)).toBe(error);
      expect(task.told).toBe(1);
    },
  );

  it('ends when the work fails; the failure is for whoever began it', async () => {
    const failing = Promise.reject(new Error('refused'));
    expect(
      await workWithHeartbeat(
        failing,
        async () => undefined,
        () => undefined,
        limits,
      ),
    ).toBeNull();
    await expect(failing).rejects.toThrow('refused');
  });
});
