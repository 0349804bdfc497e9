import { createHash } from 'node:crypto';
import type { Exported, RowEncoding } from '@tenure/querying';
import { asOfBody, rfc3339 } from '../freshness/as-of.js';
import type { ExportManifest, ExportManifests } from './export-manifest.js';
import type { Exportable } from './exportable.js';

export interface ExportStart {
  readonly exportId: string;
  readonly exportable: Exportable;
  readonly format: RowEncoding;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The bytes of one export, counted and hashed as they are sent; the manifest records how it ends. */
export async function* exportBody(start: ExportStart, { asOf, pieces }: Exported, manifests: ExportManifests): AsyncGenerator<Uint8Array> {
  const { exportId, exportable, format, parameters } = start;
  const sha256 = createHash('sha256');
  let manifest: ExportManifest = {
    exportId,
    readModel: exportable.name,
    version: exportable.version,
    definition: `/v1/definitions/${exportable.definition.name}`,
    format: format.format,
    parameters,
    state: 'running',
    asOf: asOfBody(asOf),
    rows: 0,
    bytes: 0,
    sha256: null,
    reason: null,
    startedAt: rfc3339(Date.now()),
    finishedAt: null,
  };
  manifests.set(manifest);
  try {
    for await (const { bytes, rows } of pieces) {
      sha256.update(bytes);
      manifest = { ...manifest, rows: manifest.rows + rows, bytes: manifest.bytes + bytes.length };
      yield bytes;
    }
    manifest = { ...manifest, state: 'complete', sha256: sha256.digest('hex') };
  } catch (error) {
    manifest = { ...manifest, reason: (error as Error).message };
    throw error;
  } finally {
    // Left early, by a throw below or because the client has gone: the sent part is incomplete.
    const state = manifest.state === 'complete' ? 'complete' : 'failed';
    manifests.set({ ...manifest, state, finishedAt: rfc3339(Date.now()) });
  }
}
