import { createHash } from 'node:crypto';
import type { components, operations } from './api.generated.js';
import type { TenureClient } from './client.js';
import { chunksOf } from './exchange.js';
import type { Query } from './routes.js';

/** The bytes that arrived are not the bytes that were sent. */
export class ExportNotWhole extends Error {
  override readonly name = 'ExportNotWhole';
}

type ExportManifest = components['schemas']['ExportManifest'];
export type Exportable = operations['getV1ExportByReadModel']['parameters']['path']['readModel'];

export interface ExportRequest {
  readonly readModel: Exportable;
  readonly format: 'csv' | 'ndjson';
  /** `minPosition`, `asAt`, `timezone`, `from`, `raw`, ... */
  readonly parameters?: Query<'/v1/export/{readModel}'>;
  /** Called for each piece, in order; may wait. */
  write(chunk: Buffer): Promise<void>;
}

const accepts = { csv: 'text/csv', ndjson: 'application/x-ndjson' };

/**
 * Downloads a whole read model and proves that it is complete: bytes and SHA-256 are compared with the trailers, where these
 * come through, and with the manifest that the engine keeps. Throws `ExportNotWhole`, `Unreachable` or the reason of the
 * client's signal otherwise.
 */
export async function downloadExport(client: TenureClient, { readModel, format, write, parameters = {} }: ExportRequest): Promise<ExportManifest> {
  const answer = await client.stream('/v1/export/{readModel}', accepts[format], { path: { readModel }, query: { format, ...parameters } });
  const sha256 = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunksOf(answer, client.url, client.signal)) {
    sha256.update(chunk);
    bytes += chunk.length;
    await write(chunk);
  }
  const digest = sha256.digest('hex');
  const sent = answer.trailers['tenure-sha256'];
  if (sent !== undefined && sent !== digest) throw notWhole(readModel, `its SHA-256 is ${digest}, the engine sent ${sent}`);
  const exportId = answer.headers['tenure-export'];
  if (typeof exportId !== 'string') throw notWhole(readModel, 'the engine gave no id to ask for its manifest by');
  const manifest = await client.get('/v1/exports/{exportId}', { path: { exportId } });
  if (manifest.state !== 'complete') throw notWhole(readModel, `the engine calls it ${manifest.state}`);
  if (manifest.bytes !== bytes) throw notWhole(readModel, `${bytes} of ${manifest.bytes} bytes arrived`);
  if (manifest.sha256 !== digest) throw notWhole(readModel, `its SHA-256 is ${digest}, the manifest says ${manifest.sha256}`);
  return manifest;
}

function notWhole(readModel: string, why: string): ExportNotWhole {
  return new ExportNotWhole(`The export of ${readModel} did not arrive whole: ${why}. Run it again.`);
}
