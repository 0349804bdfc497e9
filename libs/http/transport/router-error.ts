import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { problemOfError } from '../problems/problem-of-error.js';
import { writeProblem } from '../problems/write-problem.js';
import { setSafeHeaders } from './safe-headers.js';

/** A path that the router itself refuses, before any hook or filter: badly encoded, or with a part that is too long. */
export function answerRouterError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  setSafeHeaders(request, reply);
  writeProblem(problemOfError(error, 0) ?? new Problem('bad-request', 'The path cannot be read.'), request, reply);
}
