import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { AsOfBody } from '../freshness/as-of.js';

/** The record of an export, for checking the bytes received. */
export interface ExportManifest {
  readonly exportId: string;
  readonly readModel: string;
  /** Version of the code that made the rows. */
  readonly version: number;
  readonly definition: string;
  readonly format: 'csv' | 'ndjson';
  /** The requested parameters besides freshness and format; those left out have the values of the definition. */
  readonly parameters: Readonly<Record<string, string>>;
  /** `complete` only after the last row was sent; with any other state the export is incomplete. */
  readonly state: 'running' | 'complete' | 'failed';
  readonly asOf: AsOfBody;
  readonly rows: number;
  readonly bytes: number;
  /** For the whole body, hex; null until complete. */
  readonly sha256: string | null;
  /** Why it is incomplete, unless the client left. */
  readonly reason: string | null;
  readonly startedAt: string;
  readonly finishedAt: string | null;
}

/** The manifests of the last exports of this process. */
@Injectable()
export class ExportManifests {
  readonly #manifests = new LRUCache<string, ExportManifest>({ max: 1_000 });

  set(manifest: ExportManifest): void {
    this.#manifests.set(manifest.exportId, manifest);
  }

  get(exportId: string): ExportManifest | undefined {
    return this.#manifests.get(exportId);
  }
}
