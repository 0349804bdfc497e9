import { aspects } from './aspects.js';
import type { EventSchema, EventSchemas } from './event-schema.js';

/** The content of each event of a customer, by type, in each of its versions. */
export const eventSchemas: EventSchemas = Object.fromEntries(aspects.flatMap((aspect) => Object.entries(aspect.eventSchemas)));

/** The version of a type that is written today. */
export const newestSchema = (type: string): EventSchema | undefined => eventSchemas[type]?.at(-1);
