import { aspects } from './aspects.js';
import type { EventSchema, EventSchemas } from './event-schema.js';

/** What each event of a customer says, by type, in each of its versions. */
export const eventSchemas: EventSchemas = Object.fromEntries(aspects.flatMap((aspect) => Object.entries(aspect.eventSchemas)));

/** What is written of a type today. */
export const newestSchema = (type: string): EventSchema | undefined => eventSchemas[type]?.at(-1);
