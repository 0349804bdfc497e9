export { type DecidedKind, decidedKind, type NamedCommand, type StreamDecider } from './decided-kind.js';
export { type Decider, type Decision, isRejection, type Rejection } from './decider.js';
export { type DeclaredCommand, declaredCommand } from './declared-command.js';
export { DeclaredCommands, type DeclaredCommandsParts, type SentOutcome, type SentToStream } from './declared-commands.js';
export { type Fold, FoldedStream } from './folded-stream.js';
export {
  type CommandMetadata,
  type Decide,
  type DecidedEvent,
  type DecisionContext,
  type StreamCommand,
  StreamCommands,
  type StreamCommandsParts,
  type StreamOutcome,
  type StreamRecorded,
} from './stream-commands.js';
export { type StreamKind, streamNamed } from './stream-kind.js';
export { type CommandOfKind, StreamKinds } from './stream-kinds.js';
