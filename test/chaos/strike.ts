import type { Company } from './company.js';

/** Something that goes wrong while the company works. Afterwards whoever went on a strike has healed what it broke outside the engine. */
export interface Strike {
  readonly name: string;
  /** Throws when the engine did not bear it as it must. */
  strike(company: Company): Promise<void>;
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Requests that are cut off fail by being cut off; how does not matter. */
export async function cutOff(request: Promise<Response>, abort: AbortController, afterMs: number): Promise<void> {
  const cut = wait(afterMs).then(() => abort.abort());
  await request.then((response) => response.arrayBuffer()).catch(() => undefined);
  await cut;
}
