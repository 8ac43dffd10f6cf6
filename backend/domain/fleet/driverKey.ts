import type { Shift } from './fleet.ts';

/** Drivers are known by name, within their provider: one text for one driver. */
export function driverKey({ providerId, driverName }: Pick<Shift, 'providerId' | 'driverName'>): string {
  return JSON.stringify([providerId, driverName]);
}
