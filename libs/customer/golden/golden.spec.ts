import { readdirSync, readFileSync } from 'node:fs';
import { events, evolve } from '../evolve.js';
import type { NewFact } from '../fact.js';
import { initialState } from '../state.js';
import { Story } from '../testing/story.js';
import { story } from './story.js';

/** The samples lie beside the sources; this spec runs from `dist`. */
const folder = new URL('../../golden/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const sample = (file: string): NewFact => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
const fileOf = ({ type, version }: { type: string; version: number }): string => `${type}.v${version}.json`;

it('holds one sample of every event type and version, and nothing else', () => {
  const expected = events.flatMap(({ type, versions }) => versions.map((version) => fileOf({ type, version })));
  expect(files.toSorted()).toEqual(expected.toSorted());
});

it.each(files)('%s says its own type and version', (file) => {
  expect(fileOf(sample(file))).toBe(file);
});

it('is what the commands of the story record today, in the newest version of each type', () => {
  const told = story.reduce((told, [name, fields]) => told.given(name, fields), new Story());
  expect(told.facts.map(({ type }) => type).toSorted()).toEqual(events.map(({ type }) => type).toSorted());
  for (const fact of told.facts) expect(fact).toEqual(sample(fileOf(fact)));
});

it('still folds to the same customer', () => {
  const order = new Story();
  for (const [name, fields] of story) order.given(name, fields);
  const state = order.facts.reduce((state, fact) => evolve(state, sample(fileOf(fact))), initialState());
  expect(state).toEqual({
    identity: {
      registered: true,
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
      orders: new Map([['A-1', { minor: 3000, currency: 'USD', occurredAt: Date.parse('2025-02-01T10:30:00Z'), returnedMinor: 1000 }]]),
      returnIds: new Set(['R-1']),
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
    activity: { visitIds: new Set(['V-1']) },
    complaints: {
      byId: new Map([['K-1', { logged: { occurredAt: Date.parse('2025-09-03T08:00:00Z') }, acknowledged: true, resolved: null }]]),
    },
  });
});

it('folds where the personal part has been erased', () => {
  const { personal: _, ...erased } = sample('CustomerRegistered.v1.json');
  expect(evolve(initialState(), erased).identity).toMatchObject({ registered: true, personal: {} });
});
