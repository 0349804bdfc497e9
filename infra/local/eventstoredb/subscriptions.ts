import { EventEmitter } from 'node:events';

/** All open subscriptions hang on this: it wakes them, and a test can drop them. */
export class Subscriptions extends EventEmitter<{ wake: []; drop: [] }> {
  constructor() {
    super();
    this.setMaxListeners(0);
  }
}
