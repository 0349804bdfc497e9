/** What anybody may hear of a process that is not well. */
export const REASONS_WITHHELD = 'Something is missing. Ask with a key, or read the log of the process, for what it is.';
