import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, NotFoundException } from '@nestjs/common';
import { nearest } from '@tenure/shape';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { HTTP_PARTS, HTTP_SETTINGS, type HttpParts, type HttpSettings } from '../parts.js';
import { MethodsOfPath } from '../transport/methods-of-path.js';
import { Problem } from './problem.js';
import { problemOfError } from './problem-of-error.js';
import { writeProblem } from './write-problem.js';

/** Turns whatever was thrown into a problem. The one place that writes an answer which is no success. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger: Logger | undefined;

  constructor(
    @Inject(HTTP_PARTS) parts: HttpParts,
    @Inject(HTTP_SETTINGS) private readonly settings: Required<HttpSettings>,
    private readonly methods: MethodsOfPath,
  ) {
    this.#logger = parts.logger;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (reply.raw.headersSent) {
      this.#report(error, request);
      reply.raw.destroy();
      return;
    }
    if (error instanceof NotFoundException && this.#answersForMethod(request, reply)) return;
    writeProblem(this.#problemOf(error, request), request, reply);
  }

  #problemOf(error: unknown, request: FastifyRequest): Problem {
    if (error instanceof NotFoundException) return this.#unknownPath(request);
    const problem = problemOfError(error, this.settings.bodyLimit);
    if (problem !== null) return problem;
    this.#report(error, request);
    return new Problem('internal-error', 'The engine failed on this request. Its log has the details under the requestId.');
  }

  /** 405 and OPTIONS: the path exists, for other methods. */
  #answersForMethod(request: FastifyRequest, reply: FastifyReply): boolean {
    const allowed = this.methods.allowed(pathOf(request));
    if (allowed.length === 0) return false;
    const allow = allowed.join(', ');
    if (request.method === 'OPTIONS') reply.code(204).header('Allow', allow).send();
    else writeProblem(new Problem('method-not-allowed', `${request.method} is not allowed here; ${allow} are.`, { headers: { Allow: allow } }), request, reply);
    return true;
  }

  #unknownPath(request: FastifyRequest): Problem {
    const meant = nearest(pathOf(request), this.methods.paths);
    const hint = meant ? ` Did you mean ${meant.replace(/:(\w+)/g, '{$1}')}?` : ' /openapi.json lists every path.';
    return new Problem('not-found', `There is no such path.${hint}`, { code: 'path-unknown' });
  }

  #report(error: unknown, request: FastifyRequest): void {
    this.#logger?.error({ requestId: request.id, method: request.method, route: request.routeOptions?.url, err: error }, 'request failed');
  }
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0]!;
}
