import type { Rejection } from '../rejection/rejection.ts';

/** Thrown inside a transaction to roll it back with an everyday "no"; caught where the transaction was opened. */
export class Refused extends Error {
  constructor(readonly rejection: Rejection) {
    super(rejection.code);
    this.name = 'Refused';
  }
}
