type Close = () => Promise<unknown> | unknown;

/** Resources that were opened, closed in reverse order. */
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

/** If one resource cannot be opened, those opened before it are closed, so that a retry starts with nothing open. */
export async function opening<T>(open: (opened: Opened) => Promise<T>): Promise<T> {
  const opened = new Opened();
  try {
    return await open(opened);
  } catch (error) {
    await opened.close();
    throw error;
  }
}
