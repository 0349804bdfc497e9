import { Injectable } from '@nestjs/common';

/** Holds the API's description once it has been requested: in most processes it never is. */
@Injectable()
export class OpenApiDocument {
  #build: (() => Promise<object>) | null = null;
  #text: Promise<string> | null = null;

  /** Sets how to build it; only the application knows all routes. */
  buildWith(build: () => Promise<object>): void {
    this.#build = build;
  }

  text(): Promise<string> {
    if (!this.#build) throw new Error('OpenApiDocument.buildWith was never called');
    this.#text ??= this.#write(this.#build);
    return this.#text;
  }

  /** A failed build is not kept: the next request tries again. */
  async #write(build: () => Promise<object>): Promise<string> {
    try {
      return `${JSON.stringify(await build(), null, 2)}\n`;
    } catch (error) {
      this.#text = null;
      throw error;
    }
  }
}
