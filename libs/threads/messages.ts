export type ToThread =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly argument: unknown }
  | { readonly kind: 'pull'; readonly id: number }
  /** Nobody waits for the call any more. */
  | { readonly kind: 'end'; readonly id: number }
  /** The answer to a question of the thread to its caller. */
  | { readonly kind: 'told'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'refused'; readonly id: number; readonly error: PlainError };

export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'chunk'; readonly id: number; readonly rows: readonly unknown[] | null }
  | { readonly kind: 'failed'; readonly id: number; readonly error: PlainError }
  /** During a call the thread asks its caller something. */
  | { readonly kind: 'ask'; readonly id: number; readonly call: number; readonly name: string; readonly argument: unknown };

/** The parts of an error that survive the transfer: structured clone keeps neither class nor own fields. */
export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

export function toPlain(error: unknown): PlainError {
  const real = error instanceof Error ? error : new Error(String(error));
  return { name: real.name, message: real.message, stack: real.stack, fields: { ...real } };
}

/** An error class by whose name an error is recreated on this side. */
// biome-ignore lint/suspicious/noExplicitAny: constructors differ; only the prototype is used
export type ErrorClass = abstract new (...parameters: any[]) => Error;

export function fromPlain({ name, message, stack, fields }: PlainError, known: readonly ErrorClass[]): Error {
  const error = Object.assign(new Error(message), fields, { name, stack });
  const found = known.find((each) => each.name === name);
  return found ? Object.setPrototypeOf(error, found.prototype) : error;
}
