import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { AsOfBody } from '../freshness/as-of.js';

/** What an export was, for whoever wants to check the bytes they got. */
export interface ExportManifest {
  readonly exportId: string;
  readonly readModel: string;
  /** Version of the code that made the rows. */
  readonly version: number;
  readonly definition: string;
  readonly format: 'csv' | 'ndjson';
  /** What was asked for beside freshness and format; what was left out is as the definition says. */
  readonly parameters: Readonly<Record<string, string>>;
  /** `complete` is said only after the last row went out; anything else is no whole export. */
  readonly state: 'running' | 'complete' | 'failed';
  readonly asOf: AsOfBody;
  readonly rows: number;
  readonly bytes: number;
  /** Of the whole body, hex; null until complete. */
  readonly sha256: string | null;
  /** Why it is not whole, where it was not the client who left. */
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
