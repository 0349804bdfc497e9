import fc from 'fast-check';
import { Clock } from './clock.js';
import { Cores, type CoresOptions } from './cores.js';
import { Worker } from './worker.js';

describe('virtual time', () => {
  it('lets things happen in order of time, and of being asked for at equal times', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (times) => {
        const clock = new Clock();
        const happened: Array<[number, number]> = [];
        for (const [i, ms] of times.entries()) clock.after(ms, () => happened.push([clock.now, i]));
        clock.runUntil(20);
        const expected = times.map((ms, i): [number, number] => [ms, i]).sort(([a, i], [b, j]) => a - b || i - j);
        expect(happened).toEqual(expected);
      }),
    );
  });

  it('leaves for later what is due later', () => {
    const clock = new Clock();
    let happened = false;
    clock.after(11, () => {
      happened = true;
    });
    clock.runUntil(10);
    expect([happened, clock.now]).toEqual([false, 10]);
    clock.runUntil(11);
    expect(happened).toBe(true);
  });
});

describe('cores', () => {
  const finishing = (cores: number, works: readonly number[], options: CoresOptions = {}) => {
    const clock = new Clock();
    const machine = new Cores(clock, cores, options);
    const done: number[] = [];
    for (const ms of works) machine.run(ms * 1_000, () => done.push(clock.now));
    clock.runUntil(100);
    return { done, utilisation: machine.utilisation };
  };

  it('take one piece of work each, the others wait their turn', () => {
    expect(finishing(1, [10, 10, 10]).done).toEqual([10, 20, 30]);
    expect(finishing(2, [10, 10, 10]).done).toEqual([10, 10, 20]);
    expect(finishing(2, [10, 10, 10], { speed: 0.5 }).done).toEqual([20, 20, 40]);
  });

  it('take turns where work is cut into slices, so that short work does not wait for long', () => {
    expect(finishing(1, [10, 10, 1], { slice: 1_000 }).done).toEqual([3, 20, 21]);
  });

  it('are as busy as they were given work', () => {
    expect(finishing(1, [10, 10, 10]).utilisation).toBeCloseTo(0.3);
    expect(finishing(2, [10, 10, 10]).utilisation).toBeCloseTo(0.15);
  });

  it('are used one at a time by a process', () => {
    const clock = new Clock();
    const worker = new Worker(clock, new Cores(clock, 4));
    const done: number[] = [];
    for (let i = 0; i < 3; i++) worker.run(10_000, () => done.push(clock.now));
    clock.runUntil(100);
    expect(done).toEqual([10, 20, 30]);
    expect(worker.utilisation).toBeCloseTo(0.3);
  });
});
