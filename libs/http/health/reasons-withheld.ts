/** What anybody may be told about a process that is not healthy. */
export const REASONS_WITHHELD = 'Something is missing. Ask with a key, or read the log of the process, for what it is.';
