import type { Schemas } from '@tenure/client';
import type { RejectedRows } from '../import/follow-import.js';
import type { Analysis } from './analysis.js';

const SHOWN = 10;

/** The first rejected rows, in memory: a report leaves no file behind. */
export class FirstRejected implements RejectedRows {
  readonly path = null;
  readonly rows: Analysis['file']['rejectedRows'] = [];

  begin(): void {}

  async add({ line, field, code, reason, text }: Schemas['ImportRejection']): Promise<void> {
    if (this.rows.length < SHOWN) this.rows.push({ line, field, code, reason, text });
  }

  async close(): Promise<void> {}
}
