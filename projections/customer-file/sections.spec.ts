import { events } from '@tenure/customer';
import type { CellAmount } from '@tenure/read-store';
import fc from 'fast-check';
import { arbitraryFacts } from '../shared/testing/arbitrary-histories.js';
import { fold } from '../shared/testing/memory-snapshot.js';
import { emptyFile } from './document.js';
import { customerFileProjection, customers } from './projection.js';
import { sections } from './sections.js';

/** The names that are merged into one object, by section; each name once. */
const names = {
  'kept by sections': [...sections.map((section) => Object.keys(section.initial())), ['events', 'timeline']],
  'on the page': [...sections.map(({ answer }) => Object.keys(answer)), ['customerId', 'revision', 'events', 'timeline']],
  'in lists': [...sections.flatMap((section) => ('line' in section ? [Object.keys(section.line.answer)] : [])), ['customerId', 'revision']],
  'in the export': [...sections.flatMap((section) => ('columns' in section ? [Object.keys(section.columns)] : [])), ['customerId', 'events']],
  'in the definition': [...sections.map(({ texts }) => Object.keys(texts)), ['revision', 'status', 'said', 'events', 'timeline']],
};

it.each(Object.entries(names))('no two sections have a name in common %s', (_where, named) => {
  const all = named.flat();
  expect(all).toEqual([...new Set(all)]);
});

it('shows what it describes, and describes what is there', () => {
  for (const section of sections) {
    const shown = Object.keys(section.show(emptyFile()));
    expect(Object.keys(section.answer)).toEqual(expect.arrayContaining(shown));
    expect(Object.keys(section.answer)).toEqual(expect.arrayContaining(Object.keys(section.texts)));
  }
});

it('folds types of event that there are', () => {
  const folded = sections.flatMap(({ folds }) => Object.keys(folds));
  expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(folded));
});

it('no two sections have a cell in common', () => {
  fc.assert(
    fc.property(arbitraryFacts, (facts) => {
      const file = fold(customerFileProjection, 'c', facts);
      const bySection = sections.map((section) => {
        const cells: CellAmount[] = [];
        section.contribute?.(file, cells);
        return [...new Set(cells.map(([cell]) => cell))];
      });
      const all = [...bySection.flat(), customers];
      expect(all).toEqual([...new Set(all)]);
    }),
  );
});
