import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** Back-pressure: writes no faster than the reader reads. */
export class Outlet {
  #cancelled = false;

  constructor(private readonly call: ReadCall) {
    call.on('cancelled', () => {
      this.#cancelled = true;
    });
  }

  get cancelled(): boolean {
    return this.#cancelled;
  }

  async send(response: ReadResp): Promise<void> {
    if (this.#cancelled || this.call.write(response)) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        this.call.off('drain', done);
        this.call.off('cancelled', done);
        resolve();
      };
      this.call.on('drain', done);
      this.call.on('cancelled', done);
    });
  }
}
