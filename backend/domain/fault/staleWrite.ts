/** Somebody else changed what this transaction read; nothing was written. Read again and try again. */
export class StaleWrite extends Error {
  constructor(message = 'The data changed in the meantime.') {
    super(message);
    this.name = 'StaleWrite';
  }
}
