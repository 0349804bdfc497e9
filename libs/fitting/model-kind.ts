import { logReaders } from '@tenure/access/role';
import { foldModel, MODEL_STREAMS } from '@tenure/querying';
import { decidedKind } from '@tenure/streams';
import { modelEventSchemas } from './model-event-schemas.js';
import { MODEL_NAMES } from './model-names.js';
import { promoteModel } from './promote-model.command.js';
import { retireModel } from './retire-model.command.js';

/** Streams of models. `ModelService` records fits and back-tests on them, too, which take a pass over all customers. */
export const modelKind = decidedKind({
  name: 'model',
  plural: 'models',
  prefix: MODEL_STREAMS,
  idField: 'model',
  ids: MODEL_NAMES,
  eventSchemas: modelEventSchemas,
  readers: logReaders,
  fold: foldModel,
  commands: [promoteModel, retireModel],
});
