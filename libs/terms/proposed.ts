import type { Dated } from './dated.js';

/** A statement that is being decided on, as it would hold. */
export const proposed = <Value>(from: string, value: Value): Dated<Value> => ({ from, value, reason: '', statedBy: '', statedAt: 0, position: '' });
