type Close = () => Promise<unknown> | unknown;

/** What has been opened, to be closed in reverse. */
export class Opened {
  readonly #closes: Close[] = [];

  add<T extends { close(): unknown }>(opened: T): T {
    this.closing(() => opened.close());
    return opened;
  }

  closing(close: Close): void {
    this.#closes.push(close);
  }

  async close(): Promise<void> {
    for (const close of this.#closes.splice(0).reverse()) await close();
  }
}

/** When something cannot be had, what was opened before it is closed: whoever tries again begins with nothing. */
export async function opening<T>(open: (opened: Opened) => Promise<T>): Promise<T> {
  const opened = new Opened();
  try {
    return await open(opened);
  } catch (error) {
    await opened.close();
    throw error;
  }
}
