/** The client has gone before its answer was complete: there is nobody to tell, and nothing is at fault. */
export class ClientGone extends Error {
  constructor() {
    super('The client has gone before its answer was whole.');
    this.name = 'ClientGone';
  }
}
