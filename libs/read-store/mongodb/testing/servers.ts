import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalMongoDb, startFerretDb, startMongoJavaServer } from '@tenure/local-servers/mongodb';

/** A server that the specs run on, its limits, and its folder, which is removed when the specs are done. */
export interface TestServer {
  readonly name: string;
  readonly bulks: { readonly bulkSize: number; readonly bulksAtOnce: number };
  readonly manyDocuments: number;
  /** Characters that make a document large for this server; three of them exceed the record of a partition. */
  readonly largeText: number;
  /** A guard holds even when two writes meet at the same moment. FerretDB 1.24 reads, compares and writes in steps: there it does not. */
  readonly guardsHoldInARace: boolean;
  start(): Promise<RunningServer>;
}

export interface RunningServer {
  readonly server: LocalMongoDb;
  dispose(): Promise<void>;
}

/** The first start on a machine downloads or compiles the server. */
export const FIRST_START_MS = 600_000;

export const mongoJavaServer: TestServer = {
  name: 'mongo-java-server',
  bulks: { bulkSize: 500, bulksAtOnce: 4 },
  manyDocuments: 12_345,
  largeText: 5_000_000,
  guardsHoldInARace: true,
  start: () => running((data) => startMongoJavaServer({ data })),
};

export const ferretDb: TestServer = {
  name: 'FerretDB',
  bulks: { bulkSize: 50, bulksAtOnce: 1 },
  manyDocuments: 234,
  largeText: 1_500_000,
  guardsHoldInARace: false,
  start: () => running((data) => startFerretDb({ data })),
};

export async function running(start: (data: string) => Promise<LocalMongoDb>): Promise<RunningServer> {
  const data = mkdtempSync(join(tmpdir(), 'tenure-mongodb-'));
  const server = await start(data);
  return {
    server,
    async dispose() {
      await server.stop();
      rmSync(data, { recursive: true });
    },
  };
}
