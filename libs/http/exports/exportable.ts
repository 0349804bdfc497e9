import type { Definition, LogExport, ReadModel } from '@tenure/querying';
import { compileShape, type Shape } from '@tenure/shape';
import type { HttpParts } from '../parts.js';

/** Anything that can be exported whole, under one name. */
export interface Exportable {
  readonly name: string;
  readonly version: number;
  readonly definition: Definition;
  readonly params: new () => object;
  readonly shape: Shape;
}

class NoParameters {}

/** Every read model, and the exports of the log itself. */
export function exportablesOf({ readModels = [], logExports = [] }: Pick<HttpParts, 'readModels' | 'logExports'>): Exportable[] {
  return [...readModels.map(ofReadModel), ...logExports.map(ofLog)];
}

function ofReadModel({ projection: { name, version }, definition, export: { params = NoParameters } }: ReadModel): Exportable {
  return { name, version, definition, params, shape: compileShape(params) };
}

function ofLog({ name, version, definition, params }: LogExport): Exportable {
  return { name, version, definition, params, shape: compileShape(params) };
}
