import { commands } from '@tenure/customer';
import { compileShape, type Shape, type ShapeProblem } from '@tenure/shape';
import type { AnyKind, Step } from './kinds/kind.js';
import { RowProblem } from './row-problem.js';

/** Checks a command's body against the shape that the HTTP interface uses. */
export class RowShapes {
  readonly #shapes = new Map<string, Shape>(commands.map(({ name, shape }) => [name, compileShape(shape)]));

  constructor(private readonly kind: AnyKind) {}

  problemOf({ name, data }: Step): RowProblem | null {
    const problem = this.#shapes.get(name)?.check(data)[0];
    return problem ? new RowProblem(problem.code, fieldAt(this.kind, problem.pointer), inWordsOfTheFile(this.kind, problem)) : null;
  }
}

/** The field of the file for a pointer into a command: `/orderId` is `order_id`. */
export function fieldAt(kind: AnyKind, pointer: string | undefined): string | null {
  if (!pointer) return null;
  for (const [field, definition] of Object.entries(kind.fields)) {
    const own = definition.pointer ?? `/${field.replace(/_[a-z]/g, (part) => part.charAt(1).toUpperCase())}`;
    if (pointer === own || pointer.startsWith(`${own}/`)) return field;
  }
  return pointer.startsWith('/attributes/') ? `attribute.${pointer.slice('/attributes/'.length)}` : null;
}

function inWordsOfTheFile(kind: AnyKind, { pointer, detail }: ShapeProblem): string {
  const field = fieldAt(kind, pointer);
  const camel = pointer.split('/').at(-1) ?? '';
  return field && !detail.includes(field) ? `${field} (${camel}): ${detail}` : detail;
}
