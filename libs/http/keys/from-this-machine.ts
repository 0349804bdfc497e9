import { isIPv4 } from 'node:net';
import type { FastifyRequest } from 'fastify';

/** What gateways add: its sender sits elsewhere, whatever address the gateway has. */
const ofGateways = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Whether a program on this machine sent the request, and no gateway passed it on: by the address of the socket, which no header changes. */
export function isFromThisMachine({ raw, headers }: Pick<FastifyRequest, 'headers'> & { readonly raw: Pick<FastifyRequest['raw'], 'socket'> }): boolean {
  return isLoopbackAddress(raw.socket.remoteAddress) && ofGateways.every((name) => headers[name] === undefined);
}

/** RFC 1122, 3.2.1.3 and RFC 4291, 2.5.3; IPv4 also as a socket of IPv6 has it. */
function isLoopbackAddress(address: string | undefined): boolean {
  const plain = address?.replace(/^::ffff:/i, '') ?? '';
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'));
}
