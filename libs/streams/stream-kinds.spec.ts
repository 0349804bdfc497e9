import { decidedKind, declaredCommand, StreamKinds } from './index.js';

const keys = { name: 'key', prefix: 'access-keys', streams: 'one', eventTypes: ['KeyMade'], readers: [] } as const;
const records = { name: 'access', prefix: 'access-', streams: 'one-per-id', eventTypes: ['Accessed'], readers: ['auditor'] } as const;
const models = { name: 'model', prefix: 'model-', streams: 'one-per-id', eventTypes: ['Fitted', 'Promoted'], readers: ['analyst', 'auditor'] } as const;

describe('kinds of stream', () => {
  const kinds = new StreamKinds([records, keys, models]);

  it('are told by what a stream is called, the longer name first', () => {
    expect(['access-keys', 'access-1', 'model-a', 'access-keys-1'].map((stream) => kinds.of(stream)?.name)).toEqual(['key', 'access', 'model', 'access']);
    expect([kinds.of('models'), kinds.of('')]).toEqual([null, null]);
  });

  it('say who may read; nobody reads what is of no kind, or of one without readers', () => {
    expect(kinds.shows('model-a', ['analyst'])).toBe(true);
    expect(kinds.shows('model-a', ['integrator'])).toBe(false);
    for (const stream of ['access-keys', 'strange-1']) expect(kinds.shows(stream, ['analyst', 'auditor', 'operator'])).toBe(false);
    expect(kinds.shownTypes.sort()).toEqual(['Accessed', 'Fitted', 'Promoted']);
  });

  it.each([
    ['name', { ...models, name: 'key', eventTypes: [] }],
    ['prefix', { ...models, prefix: 'access-', eventTypes: [] }],
    ['event type', { ...models, eventTypes: ['KeyMade'] }],
  ])('share no %s', (what, other) => {
    expect(() => new StreamKinds([keys, records, other])).toThrow(`Two kinds of stream have the ${what}`);
  });
});

it('declare commands, each in one of them', () => {
  class Go {
    cart!: string;
  }
  const go = declaredCommand<null, Go>({ shape: Go, summary: 'Go', senders: ['operator'], decide: () => [{ type: 'Gone', data: {} }] });
  const fold = { initial: () => null, evolve: () => null };
  const carts = decidedKind({ name: 'cart', plural: 'carts', prefix: 'cart-', idField: 'cart', eventSchemas: { Gone: {} }, readers: [], fold, commands: [go] });
  expect(new StreamKinds([carts]).command('Go')).toMatchObject({ name: 'Go', kind: { name: 'cart' } });
  expect(new StreamKinds([carts]).command('Stay')).toBeNull();
  const others = { ...carts, name: 'other', prefix: 'other-', eventTypes: [] };
  expect(() => new StreamKinds([carts, others])).toThrow('Two kinds of stream have the command "Go"');
  // @ts-expect-error: a body without the field that names the stream
  decidedKind({ ...carts, idField: 'ship', fold, commands: [go] });
  // @ts-expect-error: a command that nobody may send
  declaredCommand<null, Go>({ ...go, senders: [] });
  // @ts-expect-error: a reader who may not read the log, and so would be shown nothing
  decidedKind({ ...carts, readers: ['operator'], fold });
  const { readers: _, ...unread } = carts;
  // @ts-expect-error: a kind that does not say who may read its events
  decidedKind({ ...unread, fold });
});
