import type { Accounts, SecretHasher } from '../ports/accounts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Store } from '../ports/store.ts';

/** What the riders' register needs of the world. */
export interface RidersWorld {
  readonly store: Store;
  readonly accounts: Pick<
    Accounts,
    'list' | 'find' | 'save' | 'closeSessionsOf' | 'countFailures' | 'recordFailure'
  >;
  readonly clock: Clock;
  /** The world's clock: calls ring in the world, however fast a trial's day runs. */
  readonly wallClock: Clock;
  readonly ids: Ids;
  /** Hashes riders' PINs and proxies' codes. */
  readonly hasher: SecretHasher;
}
