/** A part of an explanation. */
export interface Section<Code extends string> {
  readonly code: Code;
  readonly heading: string;
  readonly texts: readonly string[];
}

/** How a score of a customer was computed, for the customer or for whoever supervises the use of their data. */
export interface Explanation<Code extends string> {
  readonly title: string;
  readonly sections: ReadonlyArray<Section<Code>>;
}

/** The sections in the order of their codes; one without a text is left out. */
export function sectionsOf<Code extends string>(
  codes: readonly Code[],
  headings: Readonly<Record<Code, string>>,
  texts: Readonly<Partial<Record<Code, readonly string[]>>>,
): Section<Code>[] {
  return codes.flatMap((code) => {
    const written = texts[code];
    return written === undefined || written.length === 0 ? [] : [{ code, heading: headings[code], texts: written }];
  });
}

/** The same as one text. */
export const markdownOf = ({ title, sections }: Explanation<string>): string =>
  `${[`# ${title}`, ...sections.map(({ heading, texts }) => `## ${heading}\n\n${texts.map((text) => `- ${text}`).join('\n')}`)].join('\n\n')}\n`;
