import { connect, isIP } from 'node:net';
import { connect as connectByTls } from 'node:tls';

const PATIENCE_MS = 2_000;
const CORRELATION = 0x54454e55;

/** Kafka's ApiVersions in version 0, which every broker answers for any client: size, api, version, correlation, no client id. */
const WHO_ARE_YOU = Buffer.alloc(14);
WHO_ARE_YOU.writeInt32BE(10, 0);
WHO_ARE_YOU.writeInt16BE(18, 4);
WHO_ARE_YOU.writeInt32BE(CORRELATION, 8);
WHO_ARE_YOU.writeInt16BE(-1, 12);

/** Whether a server at "host:port" takes part in a TLS handshake, whatever its certificate. Never rejects. */
export function speaksTls(broker: string): Promise<boolean> {
  const { host, port } = addressOf(broker);
  return new Promise((resolve) => {
    const socket = connectByTls({ host, port, rejectUnauthorized: false, ...(isIP(host) ? {} : { servername: host }) });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('secureConnect', () => end(true));
    socket.on('error', () => end(false)).once('close', () => end(false));
    socket.setTimeout(PATIENCE_MS, () => end(false));
  });
}

/** Whether a server at "host:port" answers Kafka's protocol directly, without TLS. Never rejects. */
export function speaksPlainly(broker: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(addressOf(broker), () => socket.write(WHO_ARE_YOU));
    let answer = Buffer.alloc(0);
    const end = (plainly: boolean) => {
      socket.destroy();
      resolve(plainly);
    };
    socket.on('data', (bytes) => {
      answer = Buffer.concat([answer, bytes]);
      if (answer.length >= 8) end(answer.readInt32BE(4) === CORRELATION);
    });
    socket.on('error', () => end(false)).once('close', () => end(false));
    socket.setTimeout(PATIENCE_MS, () => end(false));
  });
}

function addressOf(broker: string): { host: string; port: number } {
  const colon = broker.lastIndexOf(':');
  return { host: broker.slice(0, colon).replace(/^\[(.*)\]$/, '$1'), port: Number(broker.slice(colon + 1)) };
}
