import { hash, verify } from '@node-rs/argon2';
import type { SecretHasher } from '../../ports/accounts.ts';

/** argon2id with the parameters OWASP recommends for servers: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes secrets with argon2id in the thread pool, so that the event loop stays free. */
export const argonHasher: SecretHasher = {
  hash: (secret) => hash(secret, PARAMETERS),
  async verify(hashed, secret) {
    try {
      return await verify(hashed, secret);
    } catch {
      // A text that is no argon2 hash belongs to nobody's secret.
      return false;
    }
  },
};
