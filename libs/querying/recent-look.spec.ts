import { setTimeout as delay } from 'node:timers/promises';
import type { LogHead, RecordedEvent } from '@tenure/event-log';
import { recentLook } from './recent-look.js';

const LOOK_MS = 110;

describe('a log looked at now and then', () => {
  let head: LogHead | null;
  let next: number | null;
  let looks: number;
  let reads: number;
  const look = () =>
    recentLook({
      head: async () => {
        looks += 1;
        return head;
      },
      readAll: async () => {
        reads += 1;
        return next === null ? [] : [{ recordedAt: next } as RecordedEvent];
      },
      readStream: async () => [],
    });
  beforeEach(() => {
    head = { position: '5', recordedAt: 50, eventId: 'e-5' };
    next = null;
    looks = 0;
    reads = 0;
  });

  it('has nothing waiting behind its head, and is looked at once for many who ask', async () => {
    const log = look();
    expect(await Promise.all(['5', '5', '6'].map((position) => log.waitingSince(position)))).toEqual([null, null, null]);
    expect([looks, reads]).toEqual([1, 0]);
  });

  it('tells from two heads since when what lies between them has waited, without reading it', async () => {
    const log = look();
    await log.waitingSince('5');
    await delay(LOOK_MS);
    head = { position: '8', recordedAt: 80, eventId: 'e-8' };
    expect(await log.waitingSince('5')).toBe(80);
    expect(await log.waitingSince('7')).toBe(80);
    expect(reads).toBe(0);
  });

  it('is read where no look has been', async () => {
    const log = look();
    next = 20;
    expect(await log.waitingSince('1')).toBe(20);
    expect(await log.waitingSince(null)).toBe(20);
    expect(reads).toBe(2);
  });

  it('is empty for a while, and then is not', async () => {
    head = null;
    const log = look();
    expect(await log.waitingSince(null)).toBeNull();
    await delay(LOOK_MS);
    head = { position: '1', recordedAt: 10, eventId: 'e-1' };
    next = 10;
    expect(await log.waitingSince(null)).toBe(10);
  });

  it('is looked at again after a look that failed', async () => {
    let fails = true;
    const log = recentLook({
      head: async () => {
        if (fails) throw new Error('no log');
        return head;
      },
      readAll: async () => [],
      readStream: async () => [],
    });
    await expect(log.waitingSince('5')).rejects.toThrow('no log');
    fails = false;
    expect(await log.waitingSince('5')).toBeNull();
  });
});
