import { randomBytes } from 'node:crypto';
import type { Ids } from '../../ports/ids.ts';

/** Ids of 120 random bits: `ride_` and twenty letters. Nobody can guess one, and none tells how many there are. */
export const randomIds: Ids = {
  next: (prefix) => `${prefix}_${randomBytes(15).toString('base64url')}`,
};
