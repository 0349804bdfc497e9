import type { Socket } from 'node:net';

/** Passes on the messages of MongoDB's wire protocol one by one: each begins with its length. */
export function splitMessages(from: Socket, take: (message: Buffer) => void): void {
  let waiting = Buffer.alloc(0);
  from.on('data', (bytes: Buffer) => {
    waiting = Buffer.concat([waiting, bytes]);
    while (waiting.length >= 4 && waiting.length >= waiting.readInt32LE(0)) {
      const length = waiting.readInt32LE(0);
      take(waiting.subarray(0, length));
      waiting = waiting.subarray(length);
    }
  });
}

const OP_MSG = 2013;

/** The name of the command that an OP_MSG carries: the first field of its document. */
export function firstField(message: Buffer): string {
  if (message.readInt32LE(12) !== OP_MSG) return '';
  // Header 16, flags 4, section kind 1, length of the document 4, type of the field 1.
  const name = 26;
  return message.toString('latin1', name, message.indexOf(0, name));
}
