export const kinds = ['first-time', 'recurring'] as const;
export type Kind = (typeof kinds)[number];
export const modes = ['on', 'on-or-after', 'bracket'] as const;
export type Mode = (typeof modes)[number];
export const windows = ['calendar', 'rolling'] as const;
export type Window = (typeof windows)[number];
