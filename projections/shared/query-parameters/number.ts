/** Reads a text that `IsNumberText` or `IsWholeNumberText` has accepted. */
export const readNumber = (text: string | undefined, preset: number): number => (text === undefined || text === '' ? preset : Number(text));
