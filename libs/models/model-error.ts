export type ModelErrorCode = 'too-little-data' | 'not-finite' | 'invalid-input' | 'mean-undefined';

/** A refusal of a model: the reason, and what the caller can do about it. */
export class ModelError extends Error {
  override readonly name = 'ModelError';

  constructor(
    readonly code: ModelErrorCode,
    message: string,
    /** One sentence: the next step. */
    readonly remedy: string,
  ) {
    super(message);
  }
}
