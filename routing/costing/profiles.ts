import type { CarProfile } from './carProfile.ts';
import { ruralCar } from './ruralCar.ts';
import { stockCar } from './stockCar.ts';

const PROFILES: readonly CarProfile[] = [ruralCar, stockCar];

/** Names of all profiles; the first is the default. */
export const PROFILE_NAMES: readonly string[] = PROFILES.map((profile) => profile.name);

/** The profile of this name, undefined where there is none. */
export function findProfile(name: string): CarProfile | undefined {
  return PROFILES.find((profile) => profile.name === name);
}
