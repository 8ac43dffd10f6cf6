/** Makes ids nobody can guess (or, in a replay, the next of a seeded row). */
export interface Ids {
  /** @param prefix what it is for: `ride`, `offer`, `stop`… */
  next(prefix: string): string;
}
