/** Holds up calls that pass through it while it is shut, as a paused process would. */
export class Gate {
  #opened: Promise<void> = Promise.resolve();
  #open: () => void = () => undefined;
  #waiting = 0;

  get waiting(): number {
    return this.#waiting;
  }

  shut(): void {
    this.#opened = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  open(): void {
    this.#open();
  }

  /** The same object, each call of these methods waiting at the gate first. */
  before<T extends object>(target: T, methods: readonly (keyof T)[]): T {
    const pass = async (call: () => unknown) => {
      this.#waiting += 1;
      await this.#opened;
      this.#waiting -= 1;
      return call();
    };
    return new Proxy(target, {
      get: (object, name) => {
        const value = Reflect.get(object, name, object);
        if (typeof value !== 'function') return value;
        if (!methods.includes(name as keyof T)) return value.bind(object);
        return (...parameters: unknown[]) => pass(() => value.apply(object, parameters));
      },
    });
  }
}
