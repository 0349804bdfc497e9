export { asOf } from './as-of.js';
export { EventSource } from './event-source.js';
export { LoggedModels, modelStream } from './model-shelf.js';
export { checkpointAt } from './moment.js';
export { Past, type Replay } from './past.js';
export { type Answer, QueryRunner, type QuerySettings } from './query-runner.js';
export { QueryService } from './query-service.js';
