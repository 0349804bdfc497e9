import { connect, type Socket } from 'node:net';

export interface Reply {
  readonly status: string;
  readonly body: string;
}

/** One keep-alive connection, one request at a time. It speaks just enough HTTP/1.1 over a bare socket to cost a fraction of the measured work. */
export interface Connection {
  exchange(request: string): Promise<Reply>;
  close(): void;
}

export async function openConnection(host: string, port: number): Promise<Connection> {
  const socket = await new Promise<Socket>((resolve, reject) => {
    const opening = connect({ host, port, noDelay: true }, () => resolve(opening));
    opening.once('error', reject);
  });
  let received = '';
  let waiting: { resolve(reply: Reply): void; reject(error: Error): void } | null = null;
  const fail = () => waiting?.reject(new Error('The connection was closed before the answer had come.'));
  socket.setEncoding('latin1').on('close', fail).on('error', fail);
  socket.on('data', (text: string) => {
    received += text;
    const head = received.indexOf('\r\n\r\n');
    if (head < 0) return;
    const [, length] = /content-length: (\d+)/i.exec(received) ?? [];
    if (length === undefined) {
      waiting?.reject(new Error(`An answer without Content-Length: ${received.slice(0, head)}`));
      return;
    }
    if (received.length < head + 4 + Number(length)) return;
    const reply = { status: received.slice(9, 12), body: received.slice(head + 4) };
    received = '';
    waiting?.resolve(reply);
  });
  return {
    exchange: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close() {
      socket.off('close', fail);
      socket.destroy();
    },
  };
}
