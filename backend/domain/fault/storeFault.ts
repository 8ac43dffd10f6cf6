/**
 * The store could not do what it was asked, and trying the same again changes nothing unless the code says so.
 * - `unreachable`: the database did not answer or the connection broke; nothing is known to be written. Try again.
 * - `timedOut`: a statement or a lock took longer than allowed; nothing was written. Try again.
 * - `notAllowed`: row-level security refused the row for this scope.
 * - `invalidValue`: a value the database cannot keep (NaN, a zero byte, a broken outline).
 * - `unknownReference`: the row points to another that is not there.
 * - `notPrepared`: the database lacks an extension, a role or a migration; the message says what to do.
 * - `nested`: a transaction was opened inside another one of the same store.
 * - `internal`: anything else; a fault of ours.
 */
export type StoreFaultCode =
  | 'unreachable'
  | 'timedOut'
  | 'notAllowed'
  | 'invalidValue'
  | 'unknownReference'
  | 'notPrepared'
  | 'nested'
  | 'internal';

/** Thrown by every store when it cannot do its work; whatever the transaction had written is rolled back. */
export class StoreFault extends Error {
  constructor(
    readonly code: StoreFaultCode,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message);
    this.name = 'StoreFault';
    if (options?.cause !== undefined) Object.defineProperty(this, 'cause', { value: options.cause });
  }
}
