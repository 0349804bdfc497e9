import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, NotFoundException } from '@nestjs/common';
import { nearest } from '@tenure/shape';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isNavigation, sendPage } from '../dashboard/send-page.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { ClientGone } from '../transport/client-gone.js';
import { MethodsOfPath } from '../transport/methods-of-path.js';
import { Problem } from './problem.js';
import { ProblemOfFailure } from './problem-of-failure.js';
import { writeProblem } from './write-problem.js';

/** Turns any thrown value into a problem. The only place that writes an answer other than a success; a browser that goes to
 * an address of the dashboard gets its page. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly problems: ProblemOfFailure,
    private readonly methods: MethodsOfPath,
    @Inject(HTTP_PARTS) private readonly parts: HttpParts,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (error instanceof ClientGone) {
      reply.raw.destroy();
      return;
    }
    if (reply.raw.headersSent) {
      this.problems.report(error, request);
      reply.raw.destroy();
      return;
    }
    if (error instanceof NotFoundException && this.#answersForMethod(request, reply)) return;
    const { dashboard } = this.parts;
    if (dashboard && error instanceof NotFoundException && isNavigation(request)) {
      sendPage(dashboard, request, reply);
      return;
    }
    const problem = error instanceof NotFoundException ? this.#unknownPath(request) : this.problems.of(error, request);
    writeProblem(problem, request, reply);
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
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0]!;
}
