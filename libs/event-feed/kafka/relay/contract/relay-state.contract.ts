import { NOTHING_PUBLISHED, type RelayState } from '../../../relay-state.js';

export interface StatesUnderTest {
  /** Two processes' handles on one new state, and a clock for the second that the suite moves. */
  open(now: () => number): Promise<{ first: RelayState; second: RelayState }>;
  dispose(): Promise<void>;
}

/** What every relay state guarantees. */
export function relayStateContract(name: string, make: () => Promise<StatesUnderTest>): void {
  describe(`relay state contract: ${name}`, () => {
    let subject: StatesUnderTest;
    let first: RelayState;
    let second: RelayState;
    let time = 0;

    beforeEach(async () => {
      time = 0;
      subject = await make();
      ({ first, second } = await subject.open(() => time));
    });
    afterEach(() => subject.dispose());

    it('begins with nothing published and nobody publishing', async () => {
      expect(await first.read()).toEqual({ checkpoint: NOTHING_PUBLISHED, epoch: 0, holder: null });
    });

    it('gives the lease to one at a time', async () => {
      const epochs = await Promise.all([first.acquire('a', 1_000), second.acquire('b', 1_000)]);
      expect(epochs.filter((epoch) => epoch !== null)).toEqual([1]);
    });

    it('keeps what the holder saved, durable for others to read', async () => {
      const epoch = (await first.acquire('a', 1_000))!;
      const lastRecords = [{ offset: 2, eventId: 'e' }, null, null];
      const checkpoint = { publication: 'p', logId: 'l', position: '0007', recordedAt: 1, eventId: 'e', offsets: [3, 0, 2 ** 40], lastRecords };
      expect(await first.save(epoch, checkpoint)).toBe(true);
      expect(await second.read()).toEqual({ checkpoint, epoch, holder: 'a' });
    });

    it('hands the lease on at once when it was released, checkpoint and all', async () => {
      const epoch = (await first.acquire('a', 1_000))!;
      await first.save(epoch, { publication: 'p', position: '0007', recordedAt: 1, offsets: [3] });
      await first.release(epoch);
      expect(await second.acquire('b', 1_000)).toBe(epoch + 1);
      expect((await second.read()).checkpoint.position).toBe('0007');
    });

    it('gives a restarted holder its lease at once, in a new epoch', async () => {
      const epoch = (await first.acquire('a', 1_000))!;
      expect(await second.acquire('a', 1_000)).toBe(epoch + 1);
      expect(await first.save(epoch, { publication: 'p', position: '0001', recordedAt: 1, offsets: [] })).toBe(false);
    });

    it('takes the lease from a holder that was silent for its time, and not before', async () => {
      await first.acquire('a', 1_000);
      expect(await second.acquire('b', 5_000)).toBeNull();
      time = 999;
      expect(await second.acquire('b', 5_000)).toBeNull();
      time = 1_000;
      expect(await second.acquire('b', 5_000)).toBe(2);
    });

    it.each(['renew', 'save'] as const)('leaves the lease with a holder that shows life by %s', async (sign) => {
      const epoch = (await first.acquire('a', 1_000))!;
      expect(await second.acquire('b', 1_000)).toBeNull();
      time = 900;
      expect(await (sign === 'renew' ? first.renew(epoch) : first.save(epoch, { publication: 'p', position: '1', recordedAt: 1, offsets: [1] }))).toBe(true);
      time = 1_800;
      expect(await second.acquire('b', 1_000)).toBeNull();
    });

    it('starts over: nothing is published, the holder cannot save what it was at, and may take the lease up again at once', async () => {
      const old = (await first.acquire('a', 1_000))!;
      await first.save(old, { publication: 'p', position: '0007', recordedAt: 1, offsets: [3] });
      await second.startOver();
      expect(await first.save(old, { publication: 'p', position: '0008', recordedAt: 1, offsets: [4] })).toBe(false);
      expect(await first.renew(old)).toBe(false);
      expect((await second.read()).checkpoint).toEqual(NOTHING_PUBLISHED);
      expect(await second.acquire('b', 1_000)).toBeNull();
      expect(await first.acquire('a', 1_000)).toBeGreaterThan(old);
    });

    it('starts over before anybody has published, and after everybody has left', async () => {
      await first.startOver();
      const epoch = (await first.acquire('a', 1_000))!;
      await first.save(epoch, { publication: 'p', position: '0007', recordedAt: 1, offsets: [3] });
      await first.release(epoch);
      await second.startOver();
      expect(await second.acquire('b', 1_000)).toBeGreaterThan(epoch);
      expect((await second.read()).checkpoint.position).toBeNull();
    });

    it('gives the lease to another when the holder of before it started over stays silent', async () => {
      await first.acquire('a', 1_000);
      await second.startOver();
      expect(await second.acquire('b', 1_000)).toBeNull();
      time = 1_000;
      expect(await second.acquire('b', 1_000)).not.toBeNull();
    });

    it('refuses a holder that wakes up after another took over: nothing it does has an effect', async () => {
      const old = (await first.acquire('a', 1_000))!;
      await second.acquire('b', 1_000);
      time = 1_000;
      const current = (await second.acquire('b', 1_000))!;
      await second.save(current, { publication: 'p', position: '0009', recordedAt: 1, offsets: [9] });
      expect(await first.renew(old)).toBe(false);
      expect(await first.save(old, { publication: 'p', position: '0005', recordedAt: 1, offsets: [5] })).toBe(false);
      await first.release(old);
      expect(await second.read()).toMatchObject({
        checkpoint: { publication: 'p', position: '0009', recordedAt: 1, offsets: [9] },
        epoch: current,
        holder: 'b',
      });
    });
  });
}
