import { nestedFields, type ShapeClass } from '@tenure/shape';
import { formatMoney, Money, type MoneyAmount } from './money.js';
import { type Rejection, reject } from './rejection.js';

/** A field of a command that is money, or contains money: `inside` then says where. */
export interface MoneyField {
  readonly name: string;
  readonly list: boolean;
  readonly inside: readonly MoneyField[] | null;
}

/** Every place in a body of this shape where an amount may stand, found in the shape so that no command is forgotten. */
export function moneyFieldsOf(shape: ShapeClass): MoneyField[] {
  return nestedFields(shape).flatMap(({ name, list, type }) => {
    const inside = type === Money ? null : moneyFieldsOf(type);
    return inside?.length === 0 ? [] : [{ name, list, inside }];
  });
}

/** Refuses the first amount in a body whose absolute value exceeds `largest` minor units. */
export function refuseAmounts(body: object, fields: readonly MoneyField[], largest: number, place = ''): Rejection | null {
  for (const { name, list, inside } of fields) {
    const value = (body as Record<string, unknown>)[name];
    if (value === undefined || value === null) continue;
    const held = list ? (value as object[]) : [value];
    for (const [at, each] of held.entries()) {
      const pointer = `${place}/${name}${list ? `/${at}` : ''}`;
      const refused = inside ? refuseAmounts(each, inside, largest, pointer) : refuseLarge(each as MoneyAmount, largest, `${pointer}/minor`);
      if (refused) return refused;
    }
  }
  return null;
}

export function refuseLarge({ minor, currency }: MoneyAmount, largest: number, pointer: string): Rejection | null {
  if (Math.abs(minor) <= largest) return null;
  const [given, most] = [formatMoney({ minor, currency }), formatMoney({ minor: largest, currency })];
  const detail =
    `${given} is more than the ${most} that one amount may come to: correct it; numbers of this size are often barcodes or order numbers ` +
    `that were taken for amounts. If it is right, raise TENURE_LARGEST_AMOUNT (now ${largest} minor units).`;
  return reject('amount-too-large', detail, pointer);
}
