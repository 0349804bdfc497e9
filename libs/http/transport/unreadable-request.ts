import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Problem } from '../problems/problem.js';
import { requestId } from './request-id.js';
import { SAFE_HEADERS } from './safe-headers.js';

const safeHeaders = Object.entries(SAFE_HEADERS)
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join('');

/** The bytes are not HTTP at all, or the headers do not end: there is no request to answer, only a connection. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  refuseConnection(socket, problemOf(error.code));
}

/** The last answer on a connection on which no further request can be read. */
export function refuseConnection(socket: Socket, problem: Problem): void {
  const id = requestId({ headers: {} });
  const body = JSON.stringify(problem.body(id));
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n` +
      `Content-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nX-Request-Id: ${id}\r\n${safeHeaders}Connection: close\r\n\r\n${body}`,
  );
}

function problemOf(code: string | undefined): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') return new Problem('header-too-large', 'The headers may hold at most 16 KB together.');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Problem('request-timeout', 'The headers did not arrive in time.');
  return new Problem('bad-request', 'This is not a valid HTTP/1.1 request.');
}
