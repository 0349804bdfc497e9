/** One setting that stops the start. */
export interface SettingsProblem {
  /** As the person wrote it: `TENURE_PROT`, `--port`, `tenure.config.json: port`. */
  readonly key: string;
  readonly detail: string;
}

/** All errors of the settings at once, each with its key and what is allowed. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly SettingsProblem[]) {
    super(problems.map((problem) => `${problem.key}: ${problem.detail}`).join('\n'));
    this.name = 'SettingsError';
  }
}
