import { EventEmitter } from 'node:events';

/** All open subscriptions listen to this emitter: it wakes them, and a test can drop them. */
export class Subscriptions extends EventEmitter<{ wake: []; drop: [] }> {
  constructor() {
    super();
    this.setMaxListeners(0);
  }
}
