import type { DriversAnswer } from '../../backend/contract/index.ts';

/** Somebody who stands on a shift. */
export type Driver = DriversAnswer['drivers'][number];

/** Those whose name or company holds what was typed, spaces left out. */
export function findDrivers(drivers: readonly Driver[], typed: string): readonly Driver[] {
  const wanted = bare(typed);
  return drivers.filter(({ driverName, providerName }) =>
    [driverName, providerName.ja, providerName.en].some((text) => bare(text).includes(wanted)),
  );
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
