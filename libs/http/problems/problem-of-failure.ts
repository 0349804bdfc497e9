import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { HTTP_PARTS, HTTP_SETTINGS, type HttpParts, type HttpSettings } from '../parts.js';
import { Problem } from './problem.js';
import { problemOfError } from './problem-of-error.js';

/** Any thrown value as a problem. An unforeseen one is logged in full, and reported to the caller as a fault of the engine. */
@Injectable()
export class ProblemOfFailure {
  readonly #logger: Logger | undefined;

  constructor(
    @Inject(HTTP_PARTS) parts: HttpParts,
    @Inject(HTTP_SETTINGS) private readonly settings: Required<HttpSettings>,
  ) {
    this.#logger = parts.logger;
  }

  of(error: unknown, request: FastifyRequest): Problem {
    const problem = problemOfError(error, this.settings.bodyLimit);
    if (problem !== null) return problem;
    this.report(error, request);
    return new Problem('internal-error', 'The engine failed on this request. Its log has the details under the requestId.');
  }

  report(error: unknown, request: FastifyRequest): void {
    this.#logger?.error({ requestId: request.id, method: request.method, route: request.routeOptions?.url, err: error }, 'request failed');
  }
}
