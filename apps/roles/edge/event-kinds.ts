import { events } from '@tenure/customer';
import { LOG_RESTORED } from '@tenure/event-log';
import { MODEL_EVENT_TYPES } from '@tenure/fitting';
import { PARKED_EVENT_DISCARDED, PARKED_RETRY_REQUESTED } from '@tenure/projecting';
import { REPUBLICATION_REQUESTED } from './republish.js';

/** Every type of event that this version records and shows, whatever its stream. Those of keys are shown to nobody. */
export const eventTypes: readonly string[] = [
  ...events.map(({ type }) => type),
  ...MODEL_EVENT_TYPES,
  PARKED_EVENT_DISCARDED,
  PARKED_RETRY_REQUESTED,
  REPUBLICATION_REQUESTED,
  LOG_RESTORED,
];
