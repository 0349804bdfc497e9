import { aspects } from './aspects.js';
import type { EventSchemas } from './event-schema.js';

/** What each event of a customer says, by type. */
export const eventSchemas: EventSchemas = Object.fromEntries(aspects.flatMap((aspect) => Object.entries(aspect.eventSchemas)));
