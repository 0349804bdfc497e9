import { isCurrency, nearestCurrency, textRule } from '@tenure/shape';

/** An ISO 4217 code, in upper or lower case. */
export const IsCurrencyInAnyCase = (): PropertyDecorator =>
  textRule({
    name: 'isCurrencyInAnyCase',
    code: 'unknown-currency',
    accepts: (text) => isCurrency(text.toUpperCase()),
    detail(value) {
      const meant = nearestCurrency(String(value).slice(0, 20));
      return `is "${value}", which is not an ISO 4217 code: ${meant === null ? 'write one such as EUR, CNY or USD' : `did you mean ${meant}?`}`;
    },
    schema: { type: 'string', pattern: '^[A-Za-z]{3}$' },
  });

/** In capitals; null when it is not given. */
export const readCurrency = (text: string | undefined): string | null => text?.toUpperCase() || null;
