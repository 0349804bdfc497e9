/** Reads a text that `IsNumberText` or `IsWholeNumberText` has accepted. */
export const readNumber = (text: string | undefined, preset: number): number => (text === undefined || text === '' ? preset : Number(text));

/** The same, where nothing given is nothing. */
export const readNumberOrNull = (text: string | undefined): number | null => (text === undefined || text === '' ? null : Number(text));
