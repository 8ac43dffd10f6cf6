import { randomBytes } from 'node:crypto';
import type { RegionData } from '../../seeds/region/regionData.ts';
import type { PostgresStore } from '../adapters/postgres/index.ts';
import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import { serviceDayOf } from '../domain/units/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Settings } from './settings.ts';
import { saveTrialAccounts, shutTrialAccounts, type TrialAccount, trialAccounts } from './trialAccounts.ts';
import { trialClinic, trialPeople } from './trialPeople.ts';
import { saveTrialProxies } from './trialProxies.ts';

/** Makes a trial's accounts, at the vehicles that are on duty; anywhere else those of an earlier trial are shut. */
export async function openAccounts(
  settings: Settings,
  store: PostgresStore,
  region: RegionData,
  clock: Clock,
  log: Log,
): Promise<readonly TrialAccount[]> {
  if (!settings.isTrial) {
    const shut = await shutTrialAccounts(store.accounts, () => randomBytes(32).toString('base64url'));
    if (shut > 0) log.warn({ accounts: shut }, 'accounts of an earlier trial were shut');
    return [];
  }
  const shifts = await store.read(SYSTEM_SCOPE, ({ fleet }) => fleet.listShifts(serviceDayOf(clock.now())));
  const onDuty = new Set(shifts.map((shift) => shift.vehicleId));
  const vehicles = [...region.operations.vehicles].sort(
    (a, b) => Number(onDuty.has(b.id)) - Number(onDuty.has(a.id)),
  );
  const people = trialPeople(region);
  const person = people[0];
  const accounts = trialAccounts({
    vehicles: vehicles.slice(0, 2),
    clinic: trialClinic(region),
    municipality: region.municipalities.at(-1)?.municipality,
    rider: person && { id: person.id, name: `${person.familyName} ${person.givenName}` },
  });
  await saveTrialAccounts(store.accounts, accounts);
  await saveTrialProxies(store, 'trial:family', people, clock.now());
  return accounts;
}
