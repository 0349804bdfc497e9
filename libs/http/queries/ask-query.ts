import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Answer, AnswerEncoding, Asker, EncodedAnswer, Freshness, Reader, Query as ReadModelQuery } from '@tenure/querying';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import type { Queries } from '../ports.js';
import { Problem } from '../problems/problem.js';

/** Any query of any read model, as the edge puts it on Nest's query bus. */
export class AskQuery extends Query<Answer | EncodedAnswer> {
  constructor(
    // biome-ignore lint/suspicious/noExplicitAny: each query has parameters of its own
    readonly query: ReadModelQuery<any>,
    readonly params: Record<string, string>,
    readonly freshness: Freshness,
    readonly reader: Reader,
    readonly asker: Asker,
    readonly as: AnswerEncoding,
  ) {
    super();
  }
}

@QueryHandler(AskQuery)
export class AskQueryHandler implements IQueryHandler<AskQuery> {
  readonly #queries: Queries | undefined;

  constructor(@Inject(HTTP_PARTS) { ports }: HttpParts) {
    this.#queries = ports.queries;
  }

  execute({ query, params, freshness, reader, asker, as }: AskQuery): Promise<Answer | EncodedAnswer> {
    if (!this.#queries) throw new Problem('not-found', 'This process answers no queries.');
    return this.#queries.run(query, params, freshness, reader, asker, as);
  }
}
