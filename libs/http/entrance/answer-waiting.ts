import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { REASONS_WITHHELD } from '../health/reasons-withheld.js';
import { Problem } from '../problems/problem.js';
import { requestId } from '../transport/request-id.js';
import { SAFE_HEADERS } from '../transport/safe-headers.js';
import { throwAwayRest } from '../transport/unread-body.js';

const AGAIN_SECONDS = 5;

/**
 * All answers before the application serves: live, not ready, everything else later. The reason is told only to senders of the one
 * key that is known before there is a log.
 */
export function answerWaiting(reason: string, mayHear: (authorization: string | undefined) => boolean): RequestListener {
  return (request, response) => {
    const path = request.method === 'GET' || request.method === 'HEAD' ? request.url!.split('?', 1)[0] : null;
    if (path === '/health/live') return send(request, response, 200, 'application/json', () => ({ status: 'live' }));
    const problem =
      path === '/health/ready'
        ? new Problem('unavailable', mayHear(request.headers.authorization) ? reason : REASONS_WITHHELD, {
            code: 'not-ready',
            retryAfterSeconds: AGAIN_SECONDS,
          })
        : new Problem('unavailable', 'This process waits for its servers and serves nothing yet. /health/ready says what it waits for.', {
            code: 'starting',
            retryAfterSeconds: AGAIN_SECONDS,
          });
    response.setHeaders(new Map(Object.entries(problem.headers())));
    return send(request, response, problem.status, 'application/problem+json', (id) => problem.body(id));
  };
}

/** All answers while the process ends: live, and any other request should go to another process, or be sent again later. */
export const answerStopping: RequestListener = (request, response) => {
  response.setHeader('Connection', 'close');
  if (request.method === 'GET' && request.url === '/health/live') return send(request, response, 200, 'application/json', () => ({ status: 'live' }));
  const problem = new Problem('unavailable', 'This process ends and takes nothing new. Send it again: another process, or the next one, answers.', {
    code: 'stopping',
    retryAfterSeconds: AGAIN_SECONDS,
  });
  response.setHeaders(new Map(Object.entries(problem.headers())));
  return send(request, response, problem.status, 'application/problem+json', (id) => problem.body(id));
};

function send(request: IncomingMessage, response: ServerResponse, status: number, type: string, bodyOf: (id: string) => object): void {
  const id = requestId(request);
  const text = JSON.stringify(bodyOf(id));
  throwAwayRest(request, response);
  response
    .writeHead(status, { ...SAFE_HEADERS, 'X-Request-Id': id, 'Content-Type': `${type}; charset=utf-8`, 'Content-Length': Buffer.byteLength(text) })
    .end(text);
}
