import { ConsumerStage, of } from '../testing/consumer-stage.js';
import { Handled } from '../testing/handled.js';
import { complete, firstAppearances } from '../testing/read-topic.js';
import { PARTITIONS, type Stage, until } from '../testing/stage.js';

describe('a group of consumers, on a real broker', () => {
  let consuming: ConsumerStage;
  let stage: Stage;

  beforeAll(async () => {
    consuming = await ConsumerStage.set();
    stage = consuming.stage;
  }, 120_000);
  afterEach(() => consuming.stopConsumers(), 60_000);
  afterAll(() => stage.strike(), 60_000);

  it('shares partitions out anew when a member comes and one goes: at least once, in order, never two at a time', async () => {
    const handled = new Handled();
    await stage.append(20, 5, 'share');
    const relay = await consuming.publish('share');
    const slowly = async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
    };
    const small = { partitionBytes: 8_000 };
    const first = await consuming.begin('share', handled.handler('first', slowly), small);
    await until(() => of(handled.events, 'share').length > 0);
    const second = await consuming.begin('share', handled.handler('second', slowly), small);
    await stage.append(20, 10, 'share');
    await until(() => first.progress().partitions.length === 2 && second.progress().partitions.length === 2);
    await stage.append(20, 5, 'share');
    await first.stop();
    await stage.append(20, 5, 'share');
    await until(() => new Set(of(handled.events, 'share').map(({ position }) => position)).size === 500);
    expect(firstAppearances(of(handled.events, 'share'))).toEqual(complete(20, 25, 'share'));
    expect(handled.overlaps).toEqual([]);
    expect(second.progress().partitions).toHaveLength(PARTITIONS);
    await relay.stop();
  }, 120_000);

  it('lets a handler finish before its partition goes to another member', async () => {
    await stage.append(10, 2, 'drain');
    await (await consuming.publish('drain')).stop();
    const handled = new Handled();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let busy = 0;
    await consuming.begin(
      'drain',
      handled.handler('first', async () => {
        busy += 1;
        await held;
      }),
    );
    await until(() => busy === PARTITIONS);
    const second = consuming.begin('drain', handled.handler('second'));
    // Many times the heartbeat: the first member knows of the rebalance by now.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(handled.events).toEqual([]);
    release();
    await second;
    await until(() => of(handled.events, 'drain').length >= 20);
    expect(handled.overlaps).toEqual([]);
    expect(firstAppearances(of(handled.events, 'drain'))).toEqual(complete(10, 2, 'drain'));
  }, 60_000);

  it('tells a handler that does not finish to stop, then hands the batch to whoever has the partition next', async () => {
    await stage.append(10, 2, 'stubborn');
    await (await consuming.publish('stubborn')).stop();
    const handled = new Handled();
    let told = 0;
    await consuming.begin(
      'stubborn',
      handled.handler('first', (_, __, signal) => {
        return new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            told += 1;
            reject(new Error('told to stop'));
          });
        });
      }),
      { drainMs: 300 },
    );
    await until(() => handled.held.size === PARTITIONS);
    const second = await consuming.begin('stubborn', handled.handler('second'));
    await until(() => told > 0);
    await consuming.consumers.shift()!.stop();
    await until(() => of(handled.events, 'stubborn').length >= 20);
    expect(second.progress().partitions).toHaveLength(PARTITIONS);
    expect(firstAppearances(of(handled.events, 'stubborn'))).toEqual(complete(10, 2, 'stubborn'));
    expect(handled.overlaps).toEqual([]);
  }, 60_000);
});
