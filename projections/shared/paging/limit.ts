import { IsWholeNumberText } from '@tenure/shape';
import { readNumber } from '../query-parameters/number.js';

/** The number of items on a page of a list. */
export const IsLimit = (): PropertyDecorator => IsWholeNumberText(1, 1_000);

export const readLimit = (text: string | undefined): number => readNumber(text, 100);
