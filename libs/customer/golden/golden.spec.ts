import { readdirSync, readFileSync } from 'node:fs';
import { eventSchemas } from '../event-schemas.js';
import { events, evolve } from '../evolve.js';
import type { NewFact } from '../fact.js';
import { inNewestVersion, typesOnceInClear } from '../newest-version.js';
import { initialState } from '../state.js';
import { recordedToday, sampleOf } from './recorded-today.js';
import { tellStory } from './story.js';

/** The samples are next to the sources; this spec runs from `dist`. */
const folder = new URL('../../golden/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const at = (text: string) => ({ occurredAt: Date.parse(text) });
const day = (text: string) => ({ ...at(text), precision: 'day' as const });
const sample = (file: string): NewFact => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
/** Samples without fields that were added to a type later are in a file of their own. */
const isNewest = (file: string): boolean => !file.includes('.without-');

it('holds one sample of every event type and version, and nothing else', () => {
  const expected = events.flatMap(({ type, versions }) => versions.map((version) => sampleOf({ type, version })));
  expect(files.filter(isNewest).toSorted()).toEqual(expected.toSorted());
});

it.each(files)('%s says its own type and version', (file) => {
  expect(file.replace(/\.without-[a-z]+/, '')).toBe(sampleOf(sample(file)));
});

it('is what the commands of the story record today, in the newest version of each type: `npm run golden` writes what is new', () => {
  expect(
    tellStory()
      .facts.map(({ type }) => type)
      .toSorted(),
  ).toEqual(events.map(({ type }) => type).toSorted());
  for (const [file, fact] of Object.entries(recordedToday())) expect([file, fact]).toEqual([file, sample(file)]);
});

it('has a schema of each version', () => {
  const versions = Object.entries(eventSchemas).map(([type, schemas]) => ({ type, versions: schemas.map((_, at) => at + 1) }));
  expect(versions).toHaveLength(events.length);
  expect(versions).toEqual(expect.arrayContaining(events.map(({ type, versions }) => ({ type, versions }))));
});

it.each(typesOnceInClear)('a %s of version 1 says the same as one of version 2, its texts among the personal fields', (type) => {
  const asItWasThen = files.find((file) => file.startsWith(`${type}.v2.without-`)) ?? `${type}.v2.json`;
  expect(inNewestVersion(sample(`${type}.v1.json`))).toEqual(sample(asItWasThen));
});

/** The state of each aspect that has events of version 1, before anything is taken back. Returns named no product then. */
const standsAs = (productReturned: string | null) => ({
  identity: {
    registered: true,
    since: { occurredAt: 1735808400000 },
    party: 'household',
    attributes: { region: 'south', score: 7.5 },
    personal: {
      name: 'Ada King',
      email: 'ada@example.com',
      address: '12 St James’s Square, London',
      birthDate: '1984-05-17',
    },
    closed: null,
  },
  purchases: {
    orders: new Map([
      ['A-1', { minor: 2500, currency: 'USD', ...day('2025-02-02'), channel: 'shop', product: 'green-lamp', hasLines: true, returnedMinor: 500 }],
    ]),
    returns: new Map([['R-1', { orderId: 'A-1', minor: 500, currency: 'USD', ...day('2025-02-11'), product: productReturned }]]),
    voidedOrders: null,
    voidedReturns: null,
  },
  subscriptions: {
    byId: new Map([
      [
        'S-1',
        {
          terms: { plan: 'plus', price: { minor: 4999, currency: 'EUR' }, interval: 'P1Y', quantity: 2 },
          started: { occurredAt: Date.parse('2025-03-01T00:00:00Z') },
          cancelled: { occurredAt: Date.parse('2025-09-01T00:00:00Z') },
        },
      ],
    ]),
  },
  activity: { visits: new Map([['V-1', day('2025-09-01')]]) },
  complaints: {
    byId: new Map([
      [
        'K-1',
        {
          ...day('2025-09-02'),
          subject: 'parcel lost',
          severity: 'critical',
          product: 'green-lamp',
          channel: 'e-mail',
          steps: [
            { step: 'acknowledged', ...day('2025-09-03') },
            { step: 'resolved', ...at('2025-09-04T08:00:00Z'), compensation: { minor: 500, currency: 'USD' } },
            { step: 'reopened', ...at('2025-09-09T08:00:00Z') },
          ],
        },
      ],
    ]),
  },
  satisfaction: { answers: new Map([['N-1', { ...day('2025-09-11'), metric: 'scale', score: 2, min: 1, max: 7, about: 'K-1' }]]) },
});

it.each([
  [1, null],
  ['newest', 'green-lamp'],
])('still folds to the same customer, from samples of version %s', (version, productReturned) => {
  const standing = tellStory().facts.filter(({ type }) => !type.endsWith('Voided'));
  const asOf = (fact: NewFact) => sample(sampleOf(version === 1 ? { ...fact, version } : fact));
  const state = standing.reduce((state, fact) => evolve(state, asOf(fact)), initialState());
  const told = Object.entries(state).filter(([aspect]) => aspect in standsAs(null));
  expect(Object.fromEntries(told)).toEqual(standsAs(productReturned));
});

it('leaves nothing of what was taken back but its id', () => {
  const state = initialState();
  tellStory().facts.reduce((state, fact) => evolve(state, sample(sampleOf(fact))), state);
  expect(state).toMatchObject({
    purchases: { orders: new Map(), returns: new Map(), voidedOrders: new Set(['A-1']), voidedReturns: new Set(['R-1']) },
    activity: { visits: new Map([['V-1', null]]) },
    complaints: { byId: new Map([['K-1', null]]) },
    satisfaction: { answers: new Map([['N-1', null]]) },
  });
});

it('names an answer that version 0.1.0 recorded by its command', () => {
  const recorded = { ...sample('SatisfactionRecorded.v1.without-id.json'), metadata: { commandId: 'c-9' } };
  expect(evolve(initialState(), recorded).satisfaction.answers?.get('c-9')).toMatchObject({ metric: 'nps', score: 3 });
});

it('folds where the personal part has been erased', () => {
  const { personal: _, ...erased } = sample('CustomerRegistered.v1.json');
  expect(evolve(initialState(), erased).identity).toMatchObject({ registered: true, personal: {} });
});
