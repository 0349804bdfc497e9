import 'reflect-metadata';

/** What the API's pages say of a route, beside what its path and policy tell. */
export interface OperationText {
  readonly summary: string;
  readonly description?: string;
  /** Groups operations; else taken from the path. */
  readonly tag?: string;
  /** One command a request: it may be refused as commands are. */
  readonly isCommand?: true;
  readonly parameters?: readonly ParameterText[];
  readonly body?: { readonly type: string | readonly string[]; readonly schema?: object; readonly description?: string };
  /** Answers that are a success, by status. */
  readonly answers?: Readonly<Record<number, AnswerText>>;
}

export interface ParameterText {
  readonly name: string;
  readonly in: 'query' | 'header' | 'path';
  readonly description: string;
  readonly required?: boolean;
  /** An older name that is still taken. */
  readonly deprecated?: true;
  readonly schema?: object;
}

export interface AnswerText {
  readonly description: string;
  readonly type?: string | readonly string[];
  readonly schema?: object;
  /** Of one line, where the answer is lines of JSON (`application/x-ndjson`); else each is as `schema` says. */
  readonly line?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const OPERATION = 'tenure:operation';

/** A function is asked only when the pages are built, which most processes never do. */
export function Operation(text: OperationText | (() => OperationText)): MethodDecorator {
  return (_target, _name, descriptor) => Reflect.defineMetadata(OPERATION, text, descriptor.value as object);
}

export function operationOf(handler: object): OperationText | undefined {
  const text = Reflect.getMetadata(OPERATION, handler) as OperationText | (() => OperationText) | undefined;
  return typeof text === 'function' ? text() : text;
}
