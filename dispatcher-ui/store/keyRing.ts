/**
 * One idempotency key for each purpose until it is settled: sent again after a lost answer it is the same, so that
 * nothing is done twice; after an answer the next try is a new one.
 */
export interface KeyRing {
  readonly keyFor: (purpose: string) => string;
  /** The purpose has its answer, a yes or a no. */
  readonly settle: (purpose: string) => void;
}

export function createKeyRing(makeKey: () => string): KeyRing {
  const open = new Map<string, string>();
  return {
    keyFor(purpose) {
      const key = open.get(purpose) ?? makeKey();
      open.set(purpose, key);
      return key;
    },
    settle: (purpose) => void open.delete(purpose),
  };
}
