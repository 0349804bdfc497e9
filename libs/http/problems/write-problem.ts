import type { FastifyReply, FastifyRequest } from 'fastify';
import { settleUnreadBody } from '../transport/unread-body.js';
import type { Problem } from './problem.js';

export function writeProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  settleUnreadBody(request, reply);
  const text = JSON.stringify(problem.body(request.id));
  reply.code(problem.status).headers(problem.headers()).header('content-type', 'application/problem+json; charset=utf-8').send(text);
}
