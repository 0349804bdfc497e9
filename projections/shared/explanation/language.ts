export const languages = ['en', 'zh'] as const;
/** A language in which explanations are written (decision 59). */
export type Language = (typeof languages)[number];
