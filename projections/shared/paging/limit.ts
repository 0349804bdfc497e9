import { IsWholeNumberText } from '@tenure/shape';
import { readNumber } from '../query-parameters/number.js';

/** How many a page of a list has. */
export const IsLimit = (): PropertyDecorator => IsWholeNumberText(1, 1_000);

export const readLimit = (text: string | undefined): number => readNumber(text, 100);
