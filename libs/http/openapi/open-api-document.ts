import { Injectable } from '@nestjs/common';

/** Holds the API's description once somebody has asked for it: most processes are never asked. */
@Injectable()
export class OpenApiDocument {
  #build: (() => Promise<object>) | null = null;
  #text: Promise<string> | null = null;

  /** How to build it; the application, which alone knows all routes, says so. */
  buildWith(build: () => Promise<object>): void {
    this.#build = build;
  }

  text(): Promise<string> {
    if (!this.#build) throw new Error('OpenApiDocument.buildWith was never called');
    this.#text ??= this.#write(this.#build);
    return this.#text;
  }

  /** What failed once is tried again for whoever asks next. */
  async #write(build: () => Promise<object>): Promise<string> {
    try {
      return `${JSON.stringify(await build(), null, 2)}\n`;
    } catch (error) {
      this.#text = null;
      throw error;
    }
  }
}
