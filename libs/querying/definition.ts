/** What a figure means, served beside it at `/v1/definitions/<name>` with what its parameters' shapes say. Sentences for a person. */
export interface Definition {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly counts: string;
  readonly formula: string;
  readonly window: string;
  readonly timezone: string;
  readonly leftOut: readonly string[];
  readonly example: string;
  readonly fields: Readonly<Record<string, string>>;
}
