/** What a shape with `IsNumberText` or `IsWholeNumberText` has accepted. */
export const readNumber = (text: string | undefined, preset: number): number => (text === undefined || text === '' ? preset : Number(text));
