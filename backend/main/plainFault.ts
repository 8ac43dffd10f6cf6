/** Something the person at the terminal can mend: printed as one line, without a stack. */
export class PlainFault extends Error {
  constructor(
    message: string,
    readonly exitCode: number = 1,
  ) {
    super(message);
    this.name = 'PlainFault';
  }
}
