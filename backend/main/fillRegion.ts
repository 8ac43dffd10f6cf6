import type { RegionData } from '../../seeds/region/regionData.ts';
import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import type { Person } from '../domain/person/person.ts';
import type { Store } from '../ports/store.ts';
import type { Progress } from './progress.ts';

/** How many search keys are renewed in one transaction. */
const KEYS_AT_ONCE = 2000;

/** How many people are written in one transaction, so that progress can be told. */
const PEOPLE_AT_ONCE = 2000;

/**
 * Writes the region and its people into an empty database; one that has a region keeps it.
 * @param people asked only when there is nobody yet
 */
export async function fillRegion(
  store: Store,
  region: RegionData,
  people: () => readonly Person[],
  progress: Progress,
): Promise<void> {
  const kept = await store.read(SYSTEM_SCOPE, ({ places }) => places.listBoardingPoints());
  if (kept.length === 0) await progress.step('writing the region', () => writeRegion(store, region));
  else {
    tellDifference(new Set(kept.map((point) => point.id)), region, progress);
    await takeTelephones(store, region);
  }
  const count = await store.read(SYSTEM_SCOPE, (tables) => tables.people.count());
  if (count === 0) await progress.step('writing the riders', (note) => writePeople(store, people(), note));
  else await renewKeys(store, progress);
}

/** Search keys that an earlier version wrote: until they are renewed, searches miss what they do not have. */
async function renewKeys(store: Store, progress: Progress): Promise<void> {
  let renewed = 0;
  const renew = () =>
    store.write(
      SYSTEM_SCOPE,
      async ({ people, places }) =>
        (await people.renewKeys(KEYS_AT_ONCE)) + (await places.renewKeys(KEYS_AT_ONCE)),
    );
  const first = await renew();
  if (first === 0) return;
  await progress.step('renewing the search keys', async (note) => {
    for (let count = first; count > 0; count = await renew()) {
      renewed += count;
      note(`${renewed} done`);
    }
  });
}

/** A database keeps its region when the folder has changed; whoever changed it should know. */
function tellDifference(kept: ReadonlySet<string>, region: RegionData, progress: Progress): void {
  const missing = region.boardingPoints.filter((point) => !kept.has(point.id)).length;
  if (missing === 0 && kept.size === region.boardingPoints.length) return;
  progress.say(
    `The database keeps another version of the region: ${kept.size} boarding points, of which the folder's ` +
      `${region.boardingPoints.length} have ${region.boardingPoints.length - missing}. The database's are used.`,
  );
}

function writeRegion(store: Store, region: RegionData): Promise<void> {
  const { providers, depots, vehicles, shiftTemplates, drivers, services } = region.operations;
  return store.write(SYSTEM_SCOPE, async (tables) => {
    await tables.places.insertMunicipalities(region.municipalities);
    await tables.places.insertPlaces(region.places);
    await tables.places.insertBoardingPoints(region.boardingPoints);
    await tables.fleet.insertProviders(providers);
    await tables.fleet.insertDepots(depots);
    await tables.fleet.insertVehicles(vehicles);
    await tables.fleet.insertShiftTemplates(shiftTemplates);
    await tables.fleet.insertDrivers(drivers);
    await tables.services.insertMany(services);
  });
}

/** Drivers come and go and change their telephones: unlike the rest of the region, theirs are taken at every start. */
function takeTelephones(store: Store, { operations }: RegionData): Promise<void> {
  return store.write(SYSTEM_SCOPE, async ({ fleet }) => {
    const known = new Set((await fleet.listProviders()).map(({ id }) => id));
    await fleet.insertDrivers(operations.drivers.filter(({ providerId }) => known.has(providerId)));
  });
}

async function writePeople(
  store: Store,
  people: readonly Person[],
  note: (sentence: string) => void,
): Promise<void> {
  for (let start = 0; start < people.length; start += PEOPLE_AT_ONCE) {
    const part = people.slice(start, start + PEOPLE_AT_ONCE);
    await store.write(SYSTEM_SCOPE, (tables) => tables.people.insertMany(part));
    note(`${start + part.length} of ${people.length}`);
  }
}
