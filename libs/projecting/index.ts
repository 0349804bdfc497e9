export * from './projection.js';
export * from './read-model.js';
