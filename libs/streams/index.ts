export { type Fold, FoldedStream } from './folded-stream.js';
export {
  type Decide,
  type DecidedEvent,
  type StreamCommand,
  StreamCommands,
  type StreamCommandsParts,
  type StreamOutcome,
  type StreamRecorded,
} from './stream-commands.js';
export { type StreamKind, streamNamed } from './stream-kind.js';
export { StreamKinds } from './stream-kinds.js';
