/** The client has gone before its answer was whole: nobody is to be told, and nothing is at fault. */
export class ClientGone extends Error {
  constructor() {
    super('The client has gone before its answer was whole.');
    this.name = 'ClientGone';
  }
}
