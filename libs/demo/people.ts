import { type Region, regions, sectors } from './company.js';
import type { Random } from './random.js';

const givenNames = [
  'Ada',
  'Ben',
  'Cleo',
  'Dario',
  'Edda',
  'Finn',
  'Greta',
  'Hugo',
  'Ines',
  'Jona',
  'Kaja',
  'Levi',
  'Mara',
  'Nils',
  'Orla',
  'Pia',
  'Quinn',
  'Rosa',
  'Sven',
  'Tilda',
  'Ugo',
  'Vera',
  'Wim',
  'Yara',
  'Zeno',
];
const familyNames = [
  'Abel',
  'Brook',
  'Castel',
  'Dorn',
  'Ember',
  'Falk',
  'Grove',
  'Hale',
  'Ivers',
  'Jansen',
  'Kestrel',
  'Linden',
  'Marsh',
  'Noor',
  'Oakes',
  'Perrin',
  'Quill',
  'Rowan',
  'Sund',
  'Thorn',
  'Umber',
  'Vale',
  'Winter',
  'Yates',
  'Zeller',
];
const houseNames = ['Harbour', 'Corner', 'Garden', 'Station', 'Market', 'Bridge', 'Mill', 'Castle', 'Orchard', 'River'];

export interface Person {
  readonly party: 'person' | 'organisation';
  readonly personal: Readonly<Record<string, string>>;
  readonly attributes: Readonly<Record<string, string>> & { readonly region: Region };
}

/** A made-up customer: mail addresses are at example.com, and the telephone numbers are Ofcom's for use in drama. */
export function makeUp(random: Random, index: number): Person {
  const region = random.pick(regions);
  const name = `${random.pick(givenNames)} ${random.pick(familyNames)}`;
  const phone = `+44 20 7946 ${String(Math.floor(random.next() * 1000)).padStart(4, '0')}`;
  const foundBy = random.pick(['search', 'friend', 'fair', 'advert']);
  if (random.chance(0.15)) {
    const sector = random.pick(sectors);
    const house = `${random.pick(houseNames)} ${sector.charAt(0).toUpperCase()}${sector.slice(1)}`;
    const email = `office.${index}@example.com`;
    return { party: 'organisation', personal: { name: house, email, phone }, attributes: { region, sector, foundBy } };
  }
  const email = `${name.toLowerCase().replace(' ', '.')}.${index}@example.com`;
  const birthDate = `${Math.floor(random.between(1945, 2004))}-${pad(random.between(1, 13))}-${pad(random.between(1, 29))}`;
  return { party: 'person', personal: { name, email, phone, birthDate }, attributes: { region, sector: 'household', foundBy } };
}

function pad(number: number): string {
  return String(Math.floor(number)).padStart(2, '0');
}
