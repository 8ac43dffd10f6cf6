import type { RefusalCode } from './regionData.ts';

/** Thrown while reading a row or entry that has to be left out; caught where the table is read. */
export class RowRefusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
    this.name = 'RowRefusal';
  }
}
