/** Lightness of a share, in even steps of 5 from the surface to the accent: cells of a table are coloured by class, as the page forbids inline styles. */
export const heatOf = (share: number): string => `heat-${Math.round(Math.min(1, Math.max(0, share)) * 20)}`;
