export { breakOfViews, type Standing, standingOf, viewsOfNoLog } from './break-of-views.js';
export { Build, type BuildProgress, type FoldedLog } from './build.js';
export { buildTo, type CheckResult, checkRebuild, type ProjectionCheck } from './check.js';
export { customerCursor } from './customer-cursor.js';
export type { Difference } from './difference.js';
export { digestView } from './digest.js';
export {
  loadDiscards,
  PARKED_EVENT_DISCARDED,
  PARKED_RETRY_REQUESTED,
  type ParkedEventDiscarded,
  type ParkedRetryRequested,
  projectionKind,
  projectionStream,
} from './discards.js';
export { DIVISION, type DivisionLimits, plainOf, readKept, writeDocument } from './division.js';
export type { Gap } from './in-sequence.js';
export { Lockstep } from './lockstep.js';
export { ParkedDecisions } from './parked-decisions.js';
export { type FeedPlace, PartitionProjector } from './partition-projector.js';
export { customerStreams, isOfCustomers, type ProjectedKind } from './projected-kind.js';
export * from './projection.js';
export { type ProjectionStatus, Projector } from './projector.js';
export { ProjectorLoop } from './projector-loop.js';
export { type PartitionLog, sharingPages } from './sharing-pages.js';
export { ViewKeeper } from './view-keeper.js';
