import type { Company } from './company.js';

/** A fault while the company works. Afterwards the strike has repaired whatever it broke outside the engine. */
export interface Strike {
  readonly name: string;
  /** Throws if the engine did not bear it as it must. */
  strike(company: Company): Promise<void>;
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A request that is cut off may fail in any way. */
export async function cutOff(request: Promise<Response>, abort: AbortController, afterMs: number): Promise<void> {
  const cut = wait(afterMs).then(() => abort.abort());
  await request.then((response) => response.arrayBuffer()).catch(() => undefined);
  await cut;
}
