export { Build, type BuildProgress } from './build.js';
export { buildTo, type CheckResult, checkRebuild, type ProjectionCheck } from './check.js';
export { digestView } from './digest.js';
export * from './projection.js';
export { type ProjectionStatus, Projector } from './projector.js';
export * from './read-model.js';
