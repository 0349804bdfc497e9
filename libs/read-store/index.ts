export { DocumentDamaged, Fenced, ReadModelsDamaged, ReadStoreRefused, ReadStoreUnavailable, SumTooLarge, WriterEnded, WritesLost } from './errors.js';
export { isOfTheStore } from './of-the-store.js';
export { type Division, joinPieces, PIECE_MARK, type Piece } from './pieces.js';
export * from './read-store.js';
