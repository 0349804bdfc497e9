export type { Asker } from './asker.js';
export { BadQuery } from './bad-query.js';
export { caughtUp } from './caught-up.js';
export type { Definition } from './definition.js';
export type { AnswerEncoding, EncodedAnswer, ExportPiece, RowEncoding } from './encoded-answer.js';
export type { EventPage } from './event-page.js';
export { EventSource, type PageRequest } from './event-source.js';
export type { ExportDefinition, ExportHead } from './export-definition.js';
export { exportLog } from './export-log.js';
export { FairQueue, type QueueBounds } from './fair-queue.js';
export type { FittedModel, ModelShelf, UntestedHorizon } from './fitted-model.js';
export { type AsOf, type Freshness, type Moment, NotCaughtUp } from './freshness.js';
export type { LogExport, RowsOfCustomer } from './log-export.js';
export {
  currenciesOf,
  fitInForce,
  foldModel,
  latestFit,
  MODEL_STREAMS,
  type ModelEventType,
  type ModelPromoted,
  type ModelRecord,
  type ModelRetired,
  modelRecord,
  modelStream,
  ordinaryFit,
} from './model-record.js';
export { LoggedModels, wholeRecords } from './model-shelf.js';
export { checkpointAt } from './moment.js';
export { type Moments, momentsOf } from './moments-of.js';
export { NotFound } from './not-found.js';
export { notYetRecorded } from './not-yet-recorded.js';
export { type KeptPersonal, type OpenedPersonal, type PersonalData, type StillSealed, type WhySealed, whySealed } from './personal-data.js';
export { type QueriedLog, queried } from './queried-log.js';
export type { Query, QueryContext, Reader } from './query.js';
export { type Answer, QueryRunner, type QuerySettings } from './query-runner.js';
export { type Exported, QueryService, type QueryServiceParts } from './query-service.js';
export type { ReadModel } from './read-model.js';
export { recentLook } from './recent-look.js';
export { PositionBeyondHead, requireRecorded } from './require-recorded.js';
export type { Cell, Row } from './row.js';
export { SlicedSnapshot } from './sliced-snapshot.js';
export { LoggedTerms, type StatedTerms } from './stated-terms.js';
export { sweepPast } from './sweep-past.js';
export { TooMany } from './too-many.js';
export { Unavailable } from './unavailable.js';
