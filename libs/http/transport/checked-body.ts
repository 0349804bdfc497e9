import type { Shape } from '@tenure/shape';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { jsonBody } from './media-type.js';

/** The JSON body of a request, checked. Throws a `Problem` with every fault. */
export function checkedBody<T extends object>(request: FastifyRequest, shape: Shape<T>): T {
  const body = jsonBody(request);
  const faults = shape.check(body);
  if (faults.length > 0) throw new Problem('invalid-body', faults[0]!.detail, { errors: faults });
  return body as T;
}
