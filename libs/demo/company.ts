/** Brew & Blend, a made-up maker of tea and coffee gear: nobody and nothing in here exists. */
export const company = 'Brew & Blend';
export const currency = 'EUR';

export const regions = ['north', 'south', 'east', 'west', 'coast'] as const;
export type Region = (typeof regions)[number];
export const sectors = ['cafe', 'hotel', 'office', 'school', 'clinic'] as const;
export const channels = ['web', 'web', 'web', 'app', 'shop', 'phone'] as const;

/** The kettle with the faulty batch in the story. */
export const badProduct = 'kettle-k9';
export const badRegion: Region = 'south';

export interface Product {
  readonly name: string;
  /** Relative to the customer's usual spend. */
  readonly price: number;
}

export const products: readonly Product[] = [
  { name: 'beans-house', price: 0.5 },
  { name: 'beans-single-origin', price: 0.8 },
  { name: 'tea-assam', price: 0.5 },
  { name: 'tea-sencha', price: 0.6 },
  { name: 'filter-papers', price: 0.3 },
  { name: 'cups-six', price: 1 },
  { name: badProduct, price: 1.8 },
  { name: 'grinder-g2', price: 2.2 },
  { name: 'press-1l', price: 1.1 },
];

export interface Plan {
  readonly name: string;
  readonly minor: number;
}

export const plans: readonly Plan[] = [
  { name: 'taster', minor: 1200 },
  { name: 'regular', minor: 2400 },
  { name: 'barista', minor: 4900 },
];

export const complaintSubjects = ['late delivery', 'damaged parcel', 'wrong article', 'stale beans', 'wrong invoice', 'unfriendly answer'] as const;
export const visitSubjects = ['tasting', 'yearly contract', 'machine check', 'new menu', 'training'] as const;
export const visitResults = ['content', 'wants an offer', 'no need now', 'call again'] as const;
