/** The cursor does not belong to this log: start again from a snapshot. */
export class UnknownCursor extends Error {
  constructor() {
    super('The cursor is not known.');
    this.name = 'UnknownCursor';
  }
}
