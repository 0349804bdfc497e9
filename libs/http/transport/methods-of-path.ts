import type { FastifyInstance } from 'fastify';

/** The methods of each path, for 405, `Allow` and OPTIONS. Used only when no route matches. */
export class MethodsOfPath {
  readonly #routes: { readonly steps: readonly string[]; readonly method: string }[] = [];

  /** Call it before routes are added to the server. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) this.#routes.push({ steps: url.split('/'), method: one });
    });
  }

  allowed(path: string): string[] {
    const steps = path.split('/');
    const methods = this.#routes.filter((route) => matches(route.steps, steps)).map((route) => route.method);
    return methods.length === 0 ? [] : [...new Set([...methods, 'OPTIONS'])].sort();
  }

  get paths(): string[] {
    return [...new Set(this.#routes.map((route) => route.steps.join('/')))];
  }
}

function matches(route: readonly string[], steps: readonly string[]): boolean {
  if (route.length !== steps.length) return false;
  return route.every((step, at) => (step.startsWith(':') ? steps[at] !== '' : step === steps[at]));
}
