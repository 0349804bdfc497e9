import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest's environment for Node, on a context whose global object is an ordinary one. In Jest's own, interceptors are asked at each use of a global
 * such as `Math`: a loop over `Math.log` takes 30 times as long, and the specs of the models are such loops.
 * Mocked functions are those of Jest's context, as are fake timers, which nothing here uses. What a spec leaves on its globals goes with the
 * context, and is not cleared by Jest.
 */
export default class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    const ordinary = vm.createContext(vm.constants.DONT_CONTEXTIFY);
    for (const key of Reflect.ownKeys(this.global)) {
      if (!(key in ordinary)) Object.defineProperty(ordinary, key, resolvedOnce(ordinary, key, Object.getOwnPropertyDescriptor(this.global, key)));
    }
    // Node makes values of these types outside: in a spec they have to be instances of the same classes.
    Object.assign(ordinary, { global: ordinary, Buffer, ArrayBuffer, Uint8Array });
    for (const name of ['dispose', 'asyncDispose']) ordinary.Symbol[name] ??= Symbol[name];
    ordinary.Error.stackTraceLimit = this.global.Error.stackTraceLimit;
    this.context = ordinary;
    this.global = ordinary;
  }

  async teardown() {
    await super.teardown();
    this.global = null;
  }
}

/** What Node computes when it is first asked for, such as `fetch`, is a plain value from then on. */
function resolvedOnce(global, key, descriptor) {
  if ('value' in descriptor || !descriptor.configurable) return descriptor;
  const define = (value) => Object.defineProperty(global, key, { value, configurable: true, enumerable: descriptor.enumerable, writable: true });
  return { ...descriptor, get: () => define(globalThis[key])[key], set: define };
}
