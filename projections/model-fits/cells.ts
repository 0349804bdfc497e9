import { type CellPart, cellKey, letterOf } from '../shared/cells/cell-key.js';
import type { FitState } from './fit-state.js';

const model: CellPart<string> = { pattern: '.+', write: (name) => name, read: (text) => text };

/** `fi:mbg-nbd`: fits of a model in this state. */
export const fitsIn = cellKey('f', letterOf<FitState>({ 'in-force': 'i', replaced: 'r', tried: 't', unusable: 'u' }), ':', model);
