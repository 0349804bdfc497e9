/** The meaning of a figure, served at `/v1/definitions/<name>` with the descriptions of its parameters. Sentences for a person. */
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
