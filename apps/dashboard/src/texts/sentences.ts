/** The same sentences in another language: none may be missing, none be left over. */
export type Sentences<Of> = { readonly [Key in keyof Of]: Of[Key] extends string ? string : Sentences<Of[Key]> };
