import { createHash } from 'node:crypto';
import type { SecretHasher } from '../../backend/ports/accounts.ts';

/** Hashes at once instead of slowly on purpose, so that tests need not wait. */
export const QUICK_HASHER: SecretHasher = {
  hash: async (secret) => createHash('sha256').update(secret).digest('hex'),
  verify: async (hash, secret) => hash === createHash('sha256').update(secret).digest('hex'),
};
