import type { ApartFrom } from '../../domain/apart/apartPair.ts';
import type { Tables } from '../../ports/tables.ts';

/** A driver, as far as the region knows one: a name on shifts of a provider. */
export interface KnownDriver {
  readonly providerId: string;
  readonly driverName: string;
}

/** Everybody who stands on a shift that will still be made, each once, by provider and name. */
export async function listDrivers({ fleet }: Pick<Tables, 'fleet'>): Promise<readonly KnownDriver[]> {
  const providerOf = new Map((await fleet.listVehicles()).map(({ id, providerId }) => [id, providerId]));
  const drivers = new Map<string, KnownDriver>();
  for (const { vehicleId, driverName } of await fleet.listShiftTemplates()) {
    const providerId = providerOf.get(vehicleId);
    if (providerId === undefined) continue;
    drivers.set(JSON.stringify([providerId, driverName]), { providerId, driverName });
  }
  return [...drivers.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, driver]) => driver);
}

export function isSameDriver(known: KnownDriver, from: Extract<ApartFrom, { kind: 'driver' }>): boolean {
  return known.providerId === from.providerId && known.driverName === from.driverName.trim();
}
