import 'reflect-metadata';

/** The text of a route in the API's pages, beside what its path and policy tell. */
export interface OperationText {
  readonly summary: string;
  readonly description?: string;
  /** Groups operations; if left out, taken from the path. */
  readonly tag?: string;
  /** One command per request: it may be refused as commands are. */
  readonly isCommand?: true;
  /** A public route that takes something secret of its own, and refuses it as a key is refused. */
  readonly takesSecret?: true;
  readonly parameters?: readonly ParameterText[];
  readonly body?: { readonly type: string | readonly string[]; readonly schema?: object; readonly description?: string };
  /** Successful answers, by status. */
  readonly answers?: Readonly<Record<number, AnswerText>>;
}

export interface ParameterText {
  readonly name: string;
  readonly in: 'query' | 'header' | 'path';
  readonly description: string;
  readonly required?: boolean;
  /** An older name that is still accepted. */
  readonly deprecated?: true;
  readonly schema?: object;
}

export interface AnswerText {
  readonly description: string;
  readonly type?: string | readonly string[];
  readonly schema?: object;
  /** Schema of one line, where the answer is NDJSON (`application/x-ndjson`); if left out, each line is as in `schema`. */
  readonly line?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const OPERATION = 'tenure:operation';

/** A function is called only when the pages are built, which most processes never do. */
export function Operation(text: OperationText | (() => OperationText)): MethodDecorator {
  return (_target, _name, descriptor) => Reflect.defineMetadata(OPERATION, text, descriptor.value as object);
}

export function operationOf(handler: object): OperationText | undefined {
  const text = Reflect.getMetadata(OPERATION, handler) as OperationText | (() => OperationText) | undefined;
  return typeof text === 'function' ? text() : text;
}
