export { Build, type BuildProgress, type FoldedLog } from './build.js';
export { buildTo, type CheckResult, checkRebuild, type ProjectionCheck } from './check.js';
export { digestView } from './digest.js';
export { loadDiscards, type ParkedEventDiscarded, projectionStream } from './discards.js';
export * from './projection.js';
export { type ProjectionStatus, Projector } from './projector.js';
export { ProjectorLoop } from './projector-loop.js';
export * from './read-model.js';
