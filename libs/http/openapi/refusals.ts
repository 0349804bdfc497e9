type Answers = Record<string, { readonly $ref: string }>;

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** Refusals that many operations share, as components. */
export const sharedResponses = {
  Problem: problem('A problem, RFC 9457.'),
  BadRequest: problem('The request cannot be read: `errors` names each field or parameter with the remedy.'),
  Unauthenticated: problem('No valid key was sent.'),
  Forbidden: problem('The key lacks the role.'),
  NotFound: problem('There is nothing under this path.'),
  BodyTooLarge: problem('The body is larger than is taken at once.'),
  UnsupportedMediaType: problem('The Content-Type or Content-Encoding is not understood here.'),
  RevisionMismatch: problem('The customer, or what else the command is about, has another revision than `If-Match` says.'),
  Rejected: problem('A rule refused the command, or its key belongs to another one; `code` says which.'),
} as const;

const answer = (name: keyof typeof sharedResponses) => ({ $ref: `#/components/responses/${name}` });

export interface Refusable {
  readonly guarded: boolean;
  readonly hasPathParameters: boolean;
  readonly hasBody: boolean;
}

/** The refusals of any operation of this kind; `default` stands for the rest. */
export function refusalsOf({ guarded, hasPathParameters, hasBody }: Refusable): Answers {
  return {
    400: answer('BadRequest'),
    ...(guarded && { 401: answer('Unauthenticated'), 403: answer('Forbidden') }),
    ...(hasPathParameters && { 404: answer('NotFound') }),
    ...(hasBody && { 413: answer('BodyTooLarge'), 415: answer('UnsupportedMediaType') }),
    default: answer('Problem'),
  };
}

/** Further refusals of a command. */
export const refusalsOfCommands: Answers = { 412: answer('RevisionMismatch'), 422: answer('Rejected') };
