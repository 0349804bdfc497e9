import { badProduct, badRegion, channels, currency, products } from './company.js';
import { complain } from './complaining.js';
import { leaveInSilence } from './leaving.js';
import { type Act, day, type Life, number, type World } from './life.js';

/** Buying as in BG/NBD: at random around an individual pace, and after each purchase perhaps never again. */
export function buy(channel?: string): Act {
  return (world, life, at) => {
    const { random } = life;
    const batch = inBadBatch(world, life, at);
    const product = batch && random.chance(0.6) ? badKettle : random.pick(products);
    const quantity = product.price < 1 && random.chance(0.4) ? 2 : 1;
    const minor = Math.max(150, Math.round(random.gamma(6, life.spend / 6) * product.price * quantity));
    const orderId = number(life, 'O');
    world.send(life, 'RecordPurchase', at, {
      orderId,
      amount: { minor, currency },
      channel: channel ?? random.pick(channels),
      product: product.name,
      quantity,
    });
    if (random.chance(0.05)) world.later(life, at + random.between(3, 20) * day, giveBack(orderId, minor));
    if (batch && product.name === badProduct && random.chance(0.7))
      world.later(life, at + random.between(1, 9) * day, complain('leaking kettle', 'high', orderId, product.name));
    else if (random.chance(0.02)) world.later(life, at + random.between(1, 9) * day, complain());
    if (random.chance(life.dropOut)) leaveInSilence(life, at);
    else keepBuying(world, life, at);
  };
}

/** Plans the next purchase, which is void if the customer leaves before. */
export function keepBuying(world: World, life: Life, at: number): void {
  const { chapter } = life;
  world.later(life, at + life.random.exponential(life.gap), (w, l, when) => {
    if (l.left === null && l.chapter === chapter) buy()(w, l, when);
  });
}

const badKettle = products.find(({ name }) => name === badProduct) ?? { name: badProduct, price: 1.8 };

function inBadBatch({ plot }: World, { person }: Life, at: number): boolean {
  return person.attributes.region === badRegion && at >= plot.badBatch.from && at < plot.badBatch.to;
}

function giveBack(orderId: string, minor: number): Act {
  return (world, life, at) => {
    const part = life.random.chance(0.6) ? minor : Math.ceil(minor / 2);
    const reason = life.random.pick(['changed my mind', 'did not fit', 'came too late']);
    world.send(life, 'RecordReturn', at, { returnId: number(life, 'R'), orderId, amount: { minor: part, currency }, reason });
  };
}
